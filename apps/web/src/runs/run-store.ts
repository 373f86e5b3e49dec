/** @file The runs that this browser keeps. */
import { openDatabase } from '../storage/database.js';
import { FaultError } from '../training/fault.js';
import type { StoredRun, StoredRunState } from './stored-run.js';

/** Both parts of a run, or neither. @throws FaultError `storage`. */
export async function saveRun(run: StoredRun, state: StoredRunState): Promise<void> {
  const database = await openDatabase();
  const transaction = database.transaction(['runs', 'run-states'], 'readwrite');
  try {
    await Promise.all([
      transaction.objectStore('runs').put(run),
      transaction.objectStore('run-states').put(state),
      transaction.done,
    ]);
  } catch (error) {
    const message = `run "${run.name}": expected room to keep it, got ${String(error)}; delete runs`;
    throw new FaultError({ code: 'storage', message });
  }
}

/** @throws FaultError `no-run`. */
export async function readRun(id: string): Promise<StoredRun> {
  const database = await openDatabase();
  return found(id, await database.get('runs', id));
}

/** @throws FaultError `no-run`. */
export async function readRunState(id: string): Promise<StoredRunState> {
  const database = await openDatabase();
  return found(id, await database.get('run-states', id));
}

/** The latest first. */
export async function listRuns(): Promise<StoredRun[]> {
  const database = await openDatabase();
  const runs = await database.getAll('runs');
  return runs.sort((a, b) => b.savedAt - a.savedAt);
}

/** @throws FaultError `no-run`. */
export async function renameRun(id: string, name: string): Promise<void> {
  const database = await openDatabase();
  const transaction = database.transaction('runs', 'readwrite');
  const run = found(id, await transaction.store.get(id));
  const { configuration } = run;
  await transaction.store.put({ ...run, name, configuration: { ...configuration, name } });
  await transaction.done;
}

export async function deleteRun(id: string): Promise<void> {
  const database = await openDatabase();
  const transaction = database.transaction(['runs', 'run-states'], 'readwrite');
  await Promise.all([
    transaction.objectStore('runs').delete(id),
    transaction.objectStore('run-states').delete(id),
    transaction.done,
  ]);
}

function found<T>(id: string, stored: T | undefined): T {
  if (stored !== undefined) return stored;
  const message = `run "${id}": expected one kept in this browser, got none; it may be on another`;
  throw new FaultError({ code: 'no-run', message });
}
