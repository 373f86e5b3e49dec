import { DatasetError } from '../dataset-error.js';
import { fashionMnistInfo } from './fashion-mnist.js';
import { irisInfo } from './iris.js';
import { kmnistInfo } from './kmnist.js';
import { mnistInfo } from './mnist.js';
import { syntheticDigitsInfo } from './synthetic-digits.js';

/** The same words in each language of the product. */
export interface Localized<T> {
  readonly en: T;
  readonly ja: T;
}

/** Size and checksum of a file's bytes. */
export interface Fingerprint {
  readonly sizeBytes: number;
  /** SHA-256 in lower-case hexadecimal; null where nobody has published it. */
  readonly sha256: string | null;
}

/** One of the four IDX files of a published set. */
export interface PublishedFile {
  readonly part: 'train' | 'test';
  readonly holds: 'images' | 'labels';
  /** Without `.gz`, such as `train-images-idx3-ubyte`. */
  readonly name: string;
  /** What a mirror sends for `<name>.gz`. */
  readonly gzip: Fingerprint;
  /** The IDX file itself, however it was compressed. */
  readonly content: Fingerprint;
}

/** What is known of a data set before any of it is loaded. */
export interface DatasetInfo<Name extends string = string> {
  readonly name: Name;
  readonly title: Localized<string>;
  /** One sentence. */
  readonly summary: Localized<string>;
  readonly licence: string;
  readonly homepage: string | null;
  /** [height, width, channels] or [features]. */
  readonly inputShape: readonly number[];
  /** Examples in each part as published; embedded sets can differ by their options. */
  readonly sizes: { readonly train: number; readonly test: number };
  readonly classNames: Localized<readonly string[]>;
  /** Addresses that end in `/`, tried in order; empty for the embedded sets. */
  readonly mirrors: readonly string[];
  /** Empty for the embedded sets. */
  readonly files: readonly PublishedFile[];
}

const catalogue = [
  mnistInfo,
  fashionMnistInfo,
  kmnistInfo,
  irisInfo,
  syntheticDigitsInfo,
] as const satisfies readonly DatasetInfo[];

/** A data set that is known by name. */
export type DatasetName = (typeof catalogue)[number]['name'];

/** Sets that are downloaded once and kept. */
export type PublishedDatasetName = 'mnist' | 'fashion-mnist' | 'kmnist';

/** Every known name, the published sets first. */
export const datasetNames: readonly DatasetName[] = catalogue.map(({ name }) => name);

/**
 * Title, licence, classes, mirrors and checksums of a known set.
 *
 * @throws DatasetError `invalid` when the name is not known.
 */
export function datasetInfo<Name extends DatasetName>(name: Name): DatasetInfo<Name> {
  const info = (catalogue as readonly DatasetInfo[]).find((entry) => entry.name === name);
  if (info === undefined) {
    throw new DatasetError('invalid', {
      where: 'datasetInfo',
      expected: `one of ${datasetNames.join(', ')}`,
      got: `"${name as string}"`,
    });
  }
  return info as DatasetInfo<Name>;
}

/** A set of four IDX files with mirrors: a known one, or one that the caller describes. */
export type PublishedSet = PublishedDatasetName | DatasetInfo;

/** What is known of a published set. */
export function publishedInfo(set: PublishedSet): DatasetInfo {
  return typeof set === 'string' ? datasetInfo(set) : set;
}

/** Whether a word names a known set. */
export function isDatasetName(word: string): word is DatasetName {
  return (datasetNames as readonly string[]).includes(word);
}
