import type { TrainTestDatasets } from '../dataset.js';
import { type IrisOptions, iris } from '../iris/iris.js';
import { type DatasetReference, parseDatasetReference } from '../references/dataset-reference.js';
import {
  type SyntheticDigitsOptions,
  syntheticDigits,
} from '../synthetic-digits/synthetic-digits.js';
import { loadIdxFolder } from './idx-folder.js';
import { type ImageFolderOptions, loadImageFolder } from './image-folder.js';
import { type PublishedDatasetOptions, loadPublishedDataset } from './published-datasets.js';

/** Options of every kind of data set; each kind reads its own. */
export type LoadDatasetsOptions = PublishedDatasetOptions &
  ImageFolderOptions &
  IrisOptions &
  SyntheticDigitsOptions;

/**
 * Loads any data set by its reference: a known name, `idx:DIR` or `images:DIR`.
 *
 * @example
 * const { train, test } = await loadDatasets('mnist', { dataDir: './data' });
 */
export async function loadDatasets(
  reference: string | DatasetReference,
  options: LoadDatasetsOptions = {},
): Promise<TrainTestDatasets> {
  const parsed = typeof reference === 'string' ? parseDatasetReference(reference) : reference;
  switch (parsed.kind) {
    case 'idx':
      return loadIdxFolder(parsed.directory);
    case 'images':
      return loadImageFolder(parsed.directory, options);
    case 'named':
      switch (parsed.name) {
        case 'iris':
          return iris(options);
        case 'synthetic-digits':
          return syntheticDigits(options);
        case 'mnist':
        case 'fashion-mnist':
        case 'kmnist':
          return loadPublishedDataset(parsed.name, options);
      }
  }
}
