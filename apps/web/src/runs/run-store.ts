/** @file The runs that this browser keeps. */
import { openDatabase } from '../storage/database.js';
import { FaultError } from '../training/fault.js';
import { weightsBytes } from '../training/snapshots.js';
import type { StoredRun, StoredRunState, StoredSnapshot } from './stored-run.js';

const stores = ['runs', 'run-states', 'run-snapshots'] as const;

/** A run with the moments that are kept of it. */
export interface SavedRun {
  readonly run: StoredRun;
  /** Null for what was opened. */
  readonly state: StoredRunState | null;
  readonly snapshots: readonly Omit<StoredSnapshot, 'run'>[];
}

/**
 * All parts of a run, or none. Of its snapshots those are written that are not stored yet, and those
 * deleted that are kept no longer. A name that it got meanwhile stays.
 *
 * @param basis - `savedAt` of what this run goes on from; undefined for a run that is new.
 * @returns whether it is stored: not where another tab has stored the run since.
 * @throws FaultError `storage-full` where the browser has no room for it, `storage`.
 */
export async function saveRun(
  { run, state, snapshots }: SavedRun,
  basis?: number,
): Promise<boolean> {
  const database = await openDatabase();
  const transaction = database.transaction(stores, 'readwrite');
  const moments = transaction.objectStore('run-snapshots');
  try {
    const present = await transaction.objectStore('runs').get(run.id);
    if (present !== undefined && present.savedAt !== basis) return false;
    const name = present?.name ?? run.name;
    const named = { ...run, name, configuration: { ...run.configuration, name } };
    const stored = new Set((await moments.getAllKeys(momentsOf(run.id))).map(([, epoch]) => epoch));
    const fresh = snapshots.filter(({ epoch }) => !stored.has(epoch));
    for (const { epoch } of snapshots) stored.delete(epoch);
    await Promise.all([
      transaction.objectStore('runs').put(named),
      ...(state === null ? [] : [transaction.objectStore('run-states').put(state)]),
      ...fresh.map(({ epoch, weights }) => moments.put({ run: run.id, epoch, weights })),
      ...Array.from(stored, (epoch) => moments.delete([run.id, epoch])),
      transaction.done,
    ]);
    return true;
  } catch (error) {
    const sizeMb = snapshots.reduce((sum, { weights }) => sum + weightsBytes(weights), 0) / 1e6;
    const message = `run "${run.name}": expected room to keep it with ${snapshots.length} snapshots of ${sizeMb.toFixed(1)} MB in all, got ${String(error)}; delete runs`;
    const isFull = error instanceof DOMException && error.name === 'QuotaExceededError';
    throw new FaultError({ code: isFull ? 'storage-full' : 'storage', message });
  }
}

/** @throws FaultError `no-run`. */
export async function readRun(id: string): Promise<StoredRun> {
  const database = await openDatabase();
  return found(id, await database.get('runs', id));
}

/** @returns null for what was opened. */
export async function readRunState(id: string): Promise<StoredRunState | null> {
  const database = await openDatabase();
  return (await database.get('run-states', id)) ?? null;
}

/** What is kept of a run over time, in order; empty where nothing is. */
export async function readSnapshots(id: string): Promise<StoredSnapshot[]> {
  const database = await openDatabase();
  return database.getAll('run-snapshots', momentsOf(id));
}

/** Epochs whose weights are kept of a run, in order: 0 is the start. */
export async function keptEpochs(id: string): Promise<number[]> {
  const database = await openDatabase();
  return (await database.getAllKeys('run-snapshots', momentsOf(id))).map(([, epoch]) => epoch);
}

/** The weights of one of {@link keptEpochs}. @throws FaultError `no-run`. */
export async function readSnapshot(id: string, epoch: number): Promise<StoredSnapshot> {
  const database = await openDatabase();
  return found(id, await database.get('run-snapshots', [id, epoch]));
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
  const transaction = database.transaction(stores, 'readwrite');
  await Promise.all([
    transaction.objectStore('runs').delete(id),
    transaction.objectStore('run-states').delete(id),
    transaction.objectStore('run-snapshots').delete(momentsOf(id)),
    transaction.done,
  ]);
}

/** Keys of all snapshots of a run: any epoch is below any array. */
function momentsOf(id: string): IDBKeyRange {
  return IDBKeyRange.bound([id], [id, []]);
}

function found<T>(id: string, stored: T | undefined): T {
  if (stored !== undefined) return stored;
  const message = `run "${id}": expected one kept in this browser, got none; it may be on another`;
  throw new FaultError({ code: 'no-run', message });
}
