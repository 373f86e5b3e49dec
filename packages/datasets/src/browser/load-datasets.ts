import { type DatasetName, type PublishedSet, publishedInfo } from '../catalogue/dataset-info.js';
import type { TrainTestDatasets } from '../dataset.js';
import { type IrisOptions, iris } from '../iris/iris.js';
import type { DatasetEvent } from '../published/dataset-event.js';
import { obtainFiles, publishedDatasets } from '../published/obtain-files.js';
import {
  type SyntheticDigitsOptions,
  syntheticDigits,
} from '../synthetic-digits/synthetic-digits.js';
import { browserCache } from './browser-cache.js';
import { gunzip } from './gunzip.js';

export interface PublishedDatasetOptions {
  /** Default the platform's. */
  readonly fetch?: typeof fetch | undefined;
  /**
   * Addresses of folders that end in `/`; default those of the catalogue. A page can only read
   * mirrors that allow it (CORS), so a class is best served by a copy beside the page.
   */
  readonly mirrors?: readonly string[] | undefined;
  /** Default `manabi-datasets`. */
  readonly cacheName?: string | undefined;
  /** Progress, failed mirrors and damaged files in the cache. */
  readonly onEvent?: ((event: DatasetEvent) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds without a byte after which a mirror has failed; default 30,000. */
  readonly stallMs?: number | undefined;
}

/** Options of every kind of data set; each kind reads its own. */
export type LoadDatasetsOptions = PublishedDatasetOptions & IrisOptions & SyntheticDigitsOptions;

/**
 * Loads MNIST, Fashion-MNIST, KMNIST or a set that the caller describes from Cache Storage, else from the mirrors. Every byte is
 * checked before it is used.
 *
 * @throws DatasetError `unavailable` when no mirror delivers and nothing is kept.
 */
export async function loadPublishedDataset(
  set: PublishedSet,
  options: PublishedDatasetOptions = {},
): Promise<TrainTestDatasets> {
  const info = publishedInfo(set);
  const files = await obtainFiles(info, {
    cache: browserCache(options.cacheName),
    gunzip,
    // Called through an arrow: a browser's fetch insists on its own `this`.
    fetch: options.fetch ?? ((input, init) => fetch(input, init)),
    mirrors: options.mirrors ?? info.mirrors,
    onEvent: options.onEvent,
    signal: options.signal,
    stallMs: options.stallMs ?? 30_000,
  });
  return publishedDatasets(info, files);
}

/** Loads any data set that is known by name. */
export async function loadDatasets(
  name: DatasetName,
  options: LoadDatasetsOptions = {},
): Promise<TrainTestDatasets> {
  switch (name) {
    case 'iris':
      return iris(options);
    case 'synthetic-digits':
      return syntheticDigits(options);
    case 'mnist':
    case 'fashion-mnist':
    case 'kmnist':
      return loadPublishedDataset(name, options);
  }
}
