/** @file Makes data of a choice, in the worker. */
import {
  datasetInfo,
  datasetHash,
  iris,
  syntheticDigits,
  type Dataset,
  type PublishedDatasetName,
  type TrainTestDatasets,
} from '@manabi/datasets';
import { openDatabase } from '../storage/database.js';
import type { DataChoice } from './data-choice.js';
import { FaultError } from './fault.js';

export interface LoadDataOptions {
  /** Folder beside the site that holds `<name>/`, an address that ends in `/`. */
  readonly folder: string;
  /** Whether other hosts may be asked too. Default false: nothing leaves the site unasked. */
  readonly elsewhere?: boolean | undefined;
  /** Bytes of the file that is under way. */
  readonly onProgress?: ((progress: DownloadProgress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface DownloadProgress {
  readonly dataset: PublishedDatasetName;
  /** Such as `train-images-idx3-ubyte`. */
  readonly file: string;
  readonly receivedBytes: number;
  readonly totalBytes: number;
}

/**
 * @throws FaultError `own-data-missing`; DatasetError `unavailable` for a published set that is
 *   neither kept in this browser nor beside the site; the signal's reason.
 */
export async function loadData(
  choice: DataChoice,
  options: LoadDataOptions,
): Promise<TrainTestDatasets> {
  switch (choice.kind) {
    case 'synthetic-digits':
      return syntheticDigits(choice);
    case 'iris':
      return iris();
    case 'published':
      return loadPublished(choice.name, options);
    case 'own':
      return loadOwn(choice.id);
  }
}

async function loadPublished(
  name: PublishedDatasetName,
  { folder, elsewhere = false, onProgress, signal }: LoadDataOptions,
): Promise<TrainTestDatasets> {
  // The front page's digits are drawn, not fetched.
  const { loadPublishedDataset } = await import('@manabi/datasets/browser');
  const mirrors = elsewhere ? datasetInfo(name).mirrors : [];
  return loadPublishedDataset(name, {
    mirrors: [`${folder}${name}/`, ...mirrors],
    signal,
    onEvent(event) {
      if (event.type !== 'download') return;
      const { file, receivedBytes, totalBytes } = event;
      onProgress?.({ dataset: name, file, receivedBytes, totalBytes });
    },
  });
}

async function loadOwn(id: string): Promise<TrainTestDatasets> {
  const database = await openDatabase();
  const stored = await database.get('datasets', id);
  if (stored !== undefined) return stored;
  throw new FaultError({
    code: 'own-data-missing',
    message: `data set "${id}": expected one kept in this browser, got none; make it again`,
  });
}

/** What a page knows of loaded data without holding it. */
export interface DataDescription {
  readonly choice: DataChoice;
  /** As `Dataset.name`. */
  readonly name: string;
  /** [height, width, channels] of an image or [features]. */
  readonly inputShape: readonly number[];
  /** English names by label. */
  readonly classNames: readonly string[];
  readonly normalization: Dataset['normalization'];
  readonly trainSize: number;
  readonly testSize: number;
  /** What the file of an opened run calls it, null where it does not; undefined for data of this site. */
  readonly reference?: string | null;
}

export function describeData(choice: DataChoice, data: TrainTestDatasets): DataDescription {
  const { train, test } = data;
  const { name, inputShape, classNames, normalization } = train;
  return {
    ...{ choice, name, inputShape, classNames, normalization },
    trainSize: train.labels.length,
    testSize: test.labels.length,
  };
}

/** Data as a run read it: a model may have been trained on numbers of another scale. */
export function readAs(
  { train, test }: TrainTestDatasets,
  normalization: Dataset['normalization'],
): TrainTestDatasets {
  return { train: { ...train, normalization }, test: { ...test, normalization } };
}

/** Hashes of both halves: a run goes on only with the data that it began with. */
export interface DataHash {
  readonly train: string;
  readonly test: string;
}

export async function hashData({ train, test }: TrainTestDatasets): Promise<DataHash> {
  return { train: await datasetHash(train), test: await datasetHash(test) };
}
