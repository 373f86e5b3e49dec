import { exampleLength, selectExamples, type Dataset } from '@manabi/datasets';
import type { Model } from '@manabi/models';
import type { InferenceOptions } from '../inference/inference-options.js';
import { predict } from '../predict.js';
import { TrainerError } from '../trainer-error.js';
import { checkExample } from './check-example.js';

export interface OcclusionOptions extends InferenceOptions {
  /** Side of the square that covers a part of the image, in pixels: odd, at least 1. Default 5. */
  readonly size?: number;
  /** Pixels from one place of the square to the next, at least 1. Default 1. */
  readonly stride?: number;
}

/** What a model says of an image when a part of it is covered. */
export interface Occlusion {
  /** Places of the square, from top to bottom and from left to right. */
  readonly rows: number;
  readonly columns: number;
  readonly classes: number;
  readonly size: number;
  readonly stride: number;
  /** [classes], probabilities of the whole image. */
  readonly whole: Float32Array;
  /** [rows, columns, classes], probabilities with the square around pixel `(row, column) * stride`. */
  readonly covered: Float32Array;
}

/**
 * Covers every part of an image in turn and asks the model again (Zeiler and Fergus 2014, section
 * 4.2). What is covered becomes 0 as the data set stores it: the background. The square is cut off
 * at the edges.
 *
 * @param index - which example of the data set.
 * @throws TrainerError `data-mismatch` for features or an index that is not there,
 *   `invalid-setting`; what `predict` throws.
 */
export async function occlude(
  model: Model,
  dataset: Dataset,
  index: number,
  { size = 5, stride = 1, ...options }: OcclusionOptions = {},
): Promise<Occlusion> {
  checkExample('occlude', dataset, index);
  checkSquare(size, stride);
  const [height = 1, width = 1, channels = 1] = dataset.inputShape;
  if (dataset.inputShape.length !== 3) {
    throw new TrainerError('data-mismatch', {
      where: `occlude "${dataset.name}"`,
      expected: 'images [height, width, channels]',
      got: `examples of shape [${dataset.inputShape.join()}]`,
      remedy: 'use a data set of images',
    });
  }
  const [rows, columns] = [Math.ceil(height / stride), Math.ceil(width / stride)];
  const copies = selectExamples(dataset, new Uint32Array(1 + rows * columns).fill(index));
  const length = exampleLength(dataset);
  const reach = (size - 1) / 2;
  for (let place = 0; place < rows * columns; place++) {
    const row = Math.floor(place / columns) * stride;
    const column = (place % columns) * stride;
    const left = Math.max(0, column - reach);
    const right = Math.min(width, column + reach + 1);
    for (let y = Math.max(0, row - reach); y < Math.min(height, row + reach + 1); y++) {
      const start = (1 + place) * length + y * width * channels;
      copies.inputs.fill(0, start + left * channels, start + right * channels);
    }
  }
  const { classes, probabilities } = await predict(model, copies, options);
  return {
    ...{ rows, columns, classes, size, stride },
    whole: probabilities.slice(0, classes),
    covered: probabilities.slice(classes),
  };
}

function checkSquare(size: number, stride: number): void {
  const isSize = Number.isInteger(size) && size >= 1 && size % 2 === 1;
  if (isSize && Number.isInteger(stride) && stride >= 1) return;
  throw new TrainerError('invalid-setting', {
    where: isSize ? 'occlude stride' : 'occlude size',
    expected: isSize ? 'an integer of at least 1' : 'an odd integer of at least 1',
    got: String(isSize ? stride : size),
    remedy: 'leave it out for the default',
  });
}
