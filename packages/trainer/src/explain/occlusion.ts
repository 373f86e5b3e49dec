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

/** What a model says of an example when a part of it is covered. */
export interface Occlusion {
  /** Places of the square, from top to bottom and from left to right. Of features 1. */
  readonly rows: number;
  /** Of features, one for each of them. */
  readonly columns: number;
  readonly classes: number;
  readonly size: number;
  readonly stride: number;
  /** [classes], probabilities of the whole example. */
  readonly whole: Float32Array;
  /** [rows, columns, classes], probabilities with the square around pixel `(row, column) * stride`. */
  readonly covered: Float32Array;
}

/**
 * Covers every part of an example in turn and asks the model again (Zeiler and Fergus 2014, section
 * 4.2). What is covered of an image becomes 0 as the data set stores it, the background; the square
 * is cut off at the edges. Features are covered one by one: each becomes its mean where they are
 * standardised, else 0, so that the model reads 0; `size` and `stride` are then 1.
 *
 * @param index - which example of the data set.
 * @throws TrainerError `data-mismatch` for an index that is not there, `invalid-setting`; what
 *   `predict` throws.
 */
export async function occlude(
  model: Model,
  dataset: Dataset,
  index: number,
  { size = 5, stride = 1, ...options }: OcclusionOptions = {},
): Promise<Occlusion> {
  checkExample('occlude', dataset, index);
  checkSquare(size, stride);
  const covered =
    dataset.inputShape.length === 3
      ? coverImage(dataset, index, size, stride)
      : coverFeatures(dataset, index);
  const { copies, ...places } = covered;
  const { classes, probabilities } = await predict(model, copies, options);
  return {
    ...{ ...places, classes },
    whole: probabilities.slice(0, classes),
    covered: probabilities.slice(classes),
  };
}

/** An example, and then a copy of it for each place where a part is covered. */
interface Covered extends Pick<Occlusion, 'rows' | 'columns' | 'size' | 'stride'> {
  readonly copies: Dataset;
}

function coverImage(dataset: Dataset, index: number, size: number, stride: number): Covered {
  const [height = 1, width = 1, channels = 1] = dataset.inputShape;
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
  return { copies, rows, columns, size, stride };
}

function coverFeatures(dataset: Dataset, index: number): Covered {
  const columns = exampleLength(dataset);
  const { normalization } = dataset;
  const copies = selectExamples(dataset, new Uint32Array(1 + columns).fill(index));
  for (let feature = 0; feature < columns; feature++) {
    copies.inputs[(1 + feature) * columns + feature] =
      normalization.kind === 'standardize'
        ? normalization.mean[feature % normalization.mean.length]!
        : 0;
  }
  return { copies, rows: 1, columns, size: 1, stride: 1 };
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
