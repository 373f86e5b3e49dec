import type { TrainTestDatasets } from '@manabi/datasets';
import type { DataChoice } from './data-choice.js';
import { FaultError } from './fault.js';
import {
  describeData,
  hashData,
  loadData,
  type DataDescription,
  type DataHash,
  type DownloadProgress,
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
  /**
   * A set is loaded as long as anyone waits for it: `signal` ends the waiting of one.
   *
   * @throws what `loadData` throws; the signal's reason; a fault `load-cancelled`.
   */
  readonly get: (choice: DataChoice, options: ShelfOptions) => Promise<ShelvedData>;
  /** Ends the loading for all who wait for it. */
  readonly cancel: (choice: DataChoice) => void;
}

export type ShelfOptions = Omit<LoadDataOptions, 'onProgress'>;

interface Place {
  readonly data: Promise<ShelvedData>;
  readonly abort: AbortController;
  waiting: number;
  isLoading: boolean;
}

/**
 * @param onProgress - hears of the files that are under way, one a set.
 * @param room - sets that are kept: the one of the run, and the one that is looked at.
 */
export function dataShelf(
  onProgress: (downloads: readonly DownloadProgress[]) => void = () => undefined,
  room = 2,
): DataShelf {
  const shelf = new Map<string, Place>();
  const downloads = new Map<AbortSignal, DownloadProgress>();

  function tell(signal: AbortSignal, progress?: DownloadProgress) {
    if (progress === undefined) downloads.delete(signal);
    // One that is being ended is nobody's any more.
    else if (!signal.aborted) downloads.set(signal, progress);
    onProgress([...downloads.values()]);
  }

  async function load(
    choice: DataChoice,
    { signal, ...options }: ShelfOptions & { readonly signal: AbortSignal },
  ): Promise<ShelvedData> {
    try {
      const onFile = (progress: DownloadProgress) => tell(signal, progress);
      const datasets = await loadData(choice, { ...options, signal, onProgress: onFile });
      let hash: Promise<DataHash> | undefined;
      return {
        datasets,
        description: describeData(choice, datasets),
        hash: () => (hash ??= hashData(datasets)),
      };
    } finally {
      tell(signal);
    }
  }

  function begin(key: string, choice: DataChoice, options: ShelfOptions): Place {
    const abort = new AbortController();
    const data = load(choice, { ...options, signal: abort.signal });
    const place: Place = { data, abort, waiting: 0, isLoading: true };
    data.then(
      () => (place.isLoading = false),
      () => remove(key, place),
    );
    return place;
  }

  function remove(key: string, place: Place) {
    if (shelf.get(key) === place) shelf.delete(key);
  }

  /** Ending takes a while: whoever asks meanwhile must not wait for what is being ended. */
  function end(key: string, place: Place, reason?: FaultError) {
    remove(key, place);
    place.abort.abort(reason);
    tell(place.abort.signal);
  }

  return {
    async get(choice, { signal, ...options }) {
      signal?.throwIfAborted();
      const key = JSON.stringify(choice);
      const place = shelf.get(key) ?? begin(key, choice, options);
      // What was asked for last is at the end.
      shelf.delete(key);
      shelf.set(key, place);
      for (const old of [...shelf.keys()].slice(0, -room)) shelf.delete(old);
      place.waiting++;
      try {
        return await (signal === undefined ? place.data : unlessAborted(place.data, signal));
      } finally {
        if (--place.waiting === 0 && place.isLoading) end(key, place);
      }
    },
    cancel(choice) {
      const message = `${choice.kind} data: expected it to be loaded, got the reader's word to stop; load it again`;
      const fault = { code: 'load-cancelled', message } as const;
      const key = JSON.stringify(choice);
      const place = shelf.get(key);
      if (place?.isLoading === true) end(key, place, new FaultError(fault));
    },
  };
}

/** What was promised, or the signal's reason as soon as it has one. */
function unlessAborted<T>(promised: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const end = () => reject(signal.reason as Error);
    signal.addEventListener('abort', end, { once: true });
    promised.then(resolve, reject).finally(() => signal.removeEventListener('abort', end));
  });
}
