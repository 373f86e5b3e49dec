import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { datasetInfo } from '../catalogue/dataset-info.js';
import type { Dataset, TrainTestDatasets } from '../dataset.js';
import { DatasetError } from '../dataset-error.js';
import { digitSize } from '../images/prepare-digit.js';
import { seededGenerator } from '../random/seeded-generator.js';
import { drawDigit } from './draw-digit.js';

/** Keep the digits apart from other uses of the same seed, and the parts from each other. */
const partStreams = { train: 3, test: 4 } as const;

export interface SyntheticDigitsOptions {
  /** Digits to learn from; default 60,000, as many as MNIST has. */
  readonly trainSize?: number | undefined;
  /** Digits to test on; default 10,000. */
  readonly testSize?: number | undefined;
  /** Which digits; default 1. */
  readonly seed?: number | undefined;
}

/**
 * Handwritten digits drawn by a program, prepared as MNIST's are: `inputs` [n, 28, 28, 1] bytes
 * (0 background, 255 ink), `labels` 0 to 9 in random order.
 *
 * A digit depends on the seed, its part and its index alone, so a smaller set is the beginning of a
 * larger one. The bytes are the same in every JavaScript engine: the drawing uses only
 * operations that IEEE 754 rounds exactly (+ - * / and the square root).
 *
 * Networks that learnt from these 60,000 digits alone, Adam 1e-3, read MNIST's 10,000 test digits:
 * 784-128-10 after 10 epochs 92.9 %; conv32-conv64-pool2-dense128-10 with dropout after 2 epochs
 * 96.0 % (PyTorch 1.13, one run each, batch 64 and 128).
 */
export function syntheticDigits(options: SyntheticDigitsOptions = {}): TrainTestDatasets {
  const { trainSize = 60_000, testSize = 10_000, seed = 1 } = options;
  return {
    train: drawPart('train', trainSize, seed),
    test: drawPart('test', testSize, seed),
  };
}

function drawPart(part: 'train' | 'test', size: number, seed: number): Dataset {
  if (!Number.isInteger(size) || size < 0) {
    throw new DatasetError('invalid', {
      where: `synthetic-digits: size of ${part}`,
      expected: 'a whole number of digits',
      got: String(size),
      remedy: 'use one such as 10000',
    });
  }
  const { name, inputShape, classNames } = datasetInfo('synthetic-digits');
  const pixels = digitSize * digitSize;
  const inputs = new Uint8Array(size * pixels);
  const labels = new Uint8Array(size);
  for (let index = 0; index < size; index++) {
    const generator = seededGenerator(seed, partStreams[part], index);
    const label = uniformInt(generator, 0, 9);
    labels[index] = label;
    drawDigit(label, generator, inputs.subarray(index * pixels, (index + 1) * pixels));
  }
  return {
    name,
    inputs,
    inputShape,
    labels,
    classNames: classNames.en,
    normalization: { kind: 'scale', factor: 1 / 255 },
  };
}
