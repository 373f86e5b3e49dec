import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { selectExamples, datasetSize, type Dataset } from '@manabi/datasets';
import { listLocalFiles } from '@manabi/datasets/node';
import { loadExamples } from '../data/load-examples.js';
import type { Job } from './contenders/contender.js';
import { epochExamples, type BenchSettings } from './report.js';

/** The images that everybody trains on, as files of bytes. */
export interface ImageFiles extends Pick<Job, 'images' | 'labels'> {
  remove(): Promise<void>;
}

/** Fashion-MNIST where all of it is on this machine; nothing is downloaded. */
export async function chooseDataset(options: {
  readonly dataDir?: string;
}): Promise<BenchSettings['dataset']> {
  const files = await listLocalFiles('fashion-mnist', options);
  return files.every(({ sizeBytes }) => sizeBytes !== null) ? 'fashion-mnist' : 'synthetic-digits';
}

/** Writes the images into a fresh folder. @throws DatasetError; the signal's reason. */
export async function writeImages(
  name: BenchSettings['dataset'],
  options: { readonly dataDir?: string },
  signal: AbortSignal,
): Promise<ImageFiles> {
  const { train } = await loadExamples(name, { ...options, testSize: 0 }, signal);
  const { inputs, labels } = firstExamples(train);
  const folder = await mkdtemp(join(tmpdir(), 'manabi-bench-'));
  const files = { images: join(folder, 'images'), labels: join(folder, 'labels') };
  await writeFile(files.images, inputs);
  await writeFile(files.labels, labels);
  return { ...files, remove: () => rm(folder, { recursive: true, force: true }) };
}

function firstExamples(dataset: Dataset): Dataset {
  if (datasetSize(dataset) === epochExamples) return dataset;
  return selectExamples(
    dataset,
    Array.from({ length: epochExamples }, (_, index) => index),
  );
}
