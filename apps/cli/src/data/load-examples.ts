import process from 'node:process';
import {
  datasetNames,
  datasetSize,
  selectExamples,
  shuffledIndices,
  type Dataset,
  type TrainTestDatasets,
} from '@manabi/datasets';
import { loadDatasets } from '@manabi/datasets/node';
import { UsageError } from '../failures/usage-error.js';
import type { DatasetOptions } from '../options/dataset-options.js';
import { suggestion } from '../options/nearest-word.js';
import { note } from '../terminal/output.js';
import { downloadNotes } from './download-notes.js';

/** How many examples of each part are wanted; undefined: all. */
export interface WantedSizes {
  readonly trainSize?: number | undefined;
  readonly testSize?: number | undefined;
}

/** Decides which examples a smaller part has: the same ones in every run. */
const subsetSeed = 1;

/**
 * The examples that `--dataset` and its options mean.
 *
 * @throws UsageError for a word that means no data set; DatasetError; the signal's reason.
 */
export async function loadExamples(
  reference: string,
  options: DatasetOptions & WantedSizes,
  signal?: AbortSignal,
): Promise<TrainTestDatasets> {
  requireReference(reference);
  // On a slow machine 70,000 digits take seconds.
  if (reference === 'synthetic-digits' && process.stderr.isTTY) note('Drawing digits');
  const { dataDir, size, grey, testFraction, trainSize, testSize } = options;
  const { train, test } = await loadDatasets(reference, {
    dataDir,
    resize: size,
    grey,
    signal,
    onEvent: downloadNotes(),
    ...(testFraction !== undefined && { testFraction }),
    ...(trainSize !== undefined && { trainSize }),
    ...(testSize !== undefined && { testSize }),
  });
  return { train: atMost(train, trainSize), test: atMost(test, testSize) };
}

/**
 * Makes sure, before any work, that a word means a data set and that the options fit it.
 *
 * @throws UsageError for a word that means no data set, and for an option that it would not heed.
 */
export function requireReference(
  word: string,
  { size, grey, testFraction }: DatasetOptions = {},
): void {
  if (!(datasetNames as readonly string[]).includes(word) && !/^(idx|images):./s.test(word)) {
    throw new UsageError(
      `data set: expected ${datasetNames.join(', ')}, idx:DIR or images:DIR, got "${word}"${suggestion(word, datasetNames)}`,
    );
  }
  if (word.startsWith('images:')) return;
  refuse('--size', size, 'images:DIR', word);
  refuse('--grey', grey, 'images:DIR', word);
  if (word !== 'iris') refuse('--test-fraction', testFraction, 'images:DIR or iris', word);
}

function refuse(option: string, value: unknown, expected: string, word: string): void {
  if (value === undefined) return;
  throw new UsageError(`${option}: expected data from ${expected}, got ${word}; leave it out`);
}

function atMost(dataset: Dataset, wanted: number | undefined): Dataset {
  const size = datasetSize(dataset);
  if (wanted === undefined || wanted >= size) return dataset;
  return selectExamples(dataset, shuffledIndices(size, subsetSeed, 1).subarray(0, wanted));
}
