import type { TrainTestDatasets } from '@manabi/datasets';
import type { DataChoice } from './data-choice.js';
import {
  describeData,
  hashData,
  loadData,
  type DataDescription,
  type DataHash,
  type LoadDataOptions,
} from './load-data.js';

export interface ShelvedData {
  readonly datasets: TrainTestDatasets;
  readonly description: DataDescription;
  /** Computed when first asked for. */
  readonly hash: () => Promise<DataHash>;
}

/** The data that was asked for last, so that a look at a set and a run on it load it once. */
export interface DataShelf {
  /** @throws what `loadData` throws. */
  readonly get: (choice: DataChoice, options: LoadDataOptions) => Promise<ShelvedData>;
}

/** @param room - sets that are kept: the one of the run, and the one that is looked at. */
export function dataShelf(room = 2): DataShelf {
  const shelf = new Map<string, Promise<ShelvedData>>();

  async function load(choice: DataChoice, options: LoadDataOptions): Promise<ShelvedData> {
    const datasets = await loadData(choice, options);
    let hash: Promise<DataHash> | undefined;
    return {
      datasets,
      description: describeData(choice, datasets),
      hash: () => (hash ??= hashData(datasets)),
    };
  }

  return {
    get(choice, options) {
      const key = JSON.stringify(choice);
      const found = shelf.get(key) ?? load(choice, options);
      // What was asked for last is at the end.
      shelf.delete(key);
      shelf.set(key, found);
      for (const old of [...shelf.keys()].slice(0, -room)) shelf.delete(old);
      found.catch(() => shelf.get(key) === found && shelf.delete(key));
      return found;
    },
  };
}
