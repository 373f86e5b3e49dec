/** @file What this browser keeps for its reader: the one place where the database is opened. */
import type { TrainTestDatasets } from '@manabi/datasets';
import type { DBSchema, IDBPDatabase } from 'idb';
import { FaultError } from '../training/fault.js';
import type { StoredRun, StoredRunState, StoredSnapshot } from '../runs/stored-run.js';

/** A data set of the reader's own. */
export interface StoredDataset extends TrainTestDatasets {
  readonly id: string;
  /** As the reader calls it. */
  readonly name: string;
}

/** What is known of a stored data set without reading it. */
export interface DatasetCard {
  readonly id: string;
  readonly name: string;
  /** What it was made of: decides how further images are prepared for it. */
  readonly madeOf: 'drawings' | 'images' | 'idx';
  /** [height, width, channels] */
  readonly inputShape: readonly number[];
  readonly classNames: readonly string[];
  readonly trainSize: number;
  readonly testSize: number;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
}

export interface ManabiDatabase extends DBSchema {
  datasets: { key: string; value: StoredDataset };
  /** By the same id. */
  'dataset-cards': { key: string; value: DatasetCard };
  runs: { key: string; value: StoredRun };
  /** The large part of a run, by the same id. */
  'run-states': { key: string; value: StoredRunState };
  /** By id of the run, then by epoch. */
  'run-snapshots': { key: [run: string, epoch: number]; value: StoredSnapshot };
}

let opened: Promise<IDBPDatabase<ManabiDatabase>> | undefined;

/**
 * Opened once a page or worker, and again after the browser closed it.
 *
 * @throws FaultError `storage` where the browser keeps nothing, as in some private windows.
 */
export function openDatabase(): Promise<IDBPDatabase<ManabiDatabase>> {
  opened ??= open();
  return opened;
}

async function open(): Promise<IDBPDatabase<ManabiDatabase>> {
  try {
    // The front page keeps nothing.
    const { openDB } = await import('idb');
    return await openDB<ManabiDatabase>('manabi', 1, {
      upgrade(database) {
        database.createObjectStore('datasets', { keyPath: 'id' });
        database.createObjectStore('dataset-cards', { keyPath: 'id' });
        database.createObjectStore('runs', { keyPath: 'id' });
        database.createObjectStore('run-states', { keyPath: 'id' });
        database.createObjectStore('run-snapshots', { keyPath: ['run', 'epoch'] });
      },
      blocking: forget,
      terminated: () => (opened = undefined),
    });
  } catch (error) {
    opened = undefined;
    const message = `storage: expected IndexedDB, got ${String(error)}; allow this site to keep data`;
    throw new FaultError({ code: 'storage', message });
  }
}

/** Makes way for a newer version of the site in another tab. */
function forget(): void {
  void opened?.then((database) => database.close());
  opened = undefined;
}
