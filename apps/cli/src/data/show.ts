import { datasetInfo, datasetSize, exampleLength, type Dataset } from '@manabi/datasets';
import { exitCodes, type ExitCode } from '../failures/exit-codes.js';
import { UsageError } from '../failures/usage-error.js';
import { inWords } from '../options/choice.js';
import { suggestion } from '../options/nearest-word.js';
import { drawImages } from '../pictures/draw-images.js';
import { exampleImage } from '../pictures/example-image.js';
import { print } from '../terminal/output.js';
import { table } from '../terminal/table.js';
import type { ShowOptions } from './command.js';
import { loadExamples, requireReference } from './load-examples.js';

/** `manabi data show`: examples as pictures, or as rows of numbers. */
export async function showExamples(reference: string, options: ShowOptions): Promise<ExitCode> {
  requireReference(reference, options);
  const dataset = await loadPart(reference, options);
  const indices = choose(dataset, options);
  print(
    exampleImage(dataset, 0) === undefined ? rows(dataset, indices) : pictures(dataset, indices),
  );
  return exitCodes.done;
}

/** Synthetic digits are drawn one after the other: no more of them than will be shown. */
async function loadPart(reference: string, options: ShowOptions): Promise<Dataset> {
  const { part, index = 0, count } = options;
  const isDrawn = reference === 'synthetic-digits' && options.class === undefined;
  const published = datasetInfo('synthetic-digits').sizes[part];
  const size = isDrawn ? Math.min(index + count, published) : undefined;
  const sizes =
    part === 'train' ? { trainSize: size, testSize: 0 } : { trainSize: 0, testSize: size };
  return (await loadExamples(reference, { ...options, ...sizes }))[part];
}

/** The examples asked for, in their order. */
function choose(dataset: Dataset, options: ShowOptions): number[] {
  const { index: first = 0, count: wanted } = options;
  const size = datasetSize(dataset);
  if (first >= size) {
    throw new UsageError(
      `--index: expected a number from 0 to ${size - 1} (${dataset.name}, ${options.part}), got ${first}`,
    );
  }
  const label = options.class === undefined ? undefined : labelOf(options.class, dataset);
  const indices: number[] = [];
  for (let i = first; i < size && indices.length < wanted; i++) {
    if (label === undefined || dataset.labels[i] === label) indices.push(i);
  }
  if (indices.length === 0) {
    throw new UsageError(
      `--class: expected examples of "${dataset.classNames[label ?? 0]!}" from ${first} on, got none`,
    );
  }
  return indices;
}

function labelOf(word: string, { classNames, name }: Dataset): number {
  const named = classNames.findIndex((known) => known.toLowerCase() === word.toLowerCase());
  if (named >= 0) return named;
  const label = /^\d+$/.test(word) ? Number(word) : Number.NaN;
  if (label < classNames.length) return label;
  throw new UsageError(
    `--class: expected a class of ${name} (${inWords(classNames)}) or its number, got "${word}"${suggestion(word, classNames)}`,
  );
}

function pictures(dataset: Dataset, indices: readonly number[]): string {
  return drawImages(
    indices.map((index) => ({
      image: exampleImage(dataset, index)!,
      caption: `#${index} ${dataset.classNames[dataset.labels[index]!]!}`,
    })),
  );
}

function rows(dataset: Dataset, indices: readonly number[]): string {
  const length = exampleLength(dataset);
  const features = Array.from({ length }, (_, k) => ({
    heading: `feature ${k + 1}`,
    align: 'right' as const,
  }));
  const columns = [{ heading: '#', align: 'right' as const }, ...features, { heading: 'class' }];
  return table(
    columns,
    indices.map((index) => [
      String(index),
      ...Array.from(dataset.inputs.subarray(index * length, (index + 1) * length), featureText),
      dataset.classNames[dataset.labels[index]!]!,
    ]),
  );
}

/** The shortest decimal number that is this float32. */
function featureText(value: number): string {
  return String(Number(value.toPrecision(7)));
}
