import { uniformInt } from 'pure-rand/distribution/uniformInt';
import type { Dataset } from '../dataset.js';
import { DatasetError } from '../dataset-error.js';
import { seededGenerator } from '../random/seeded-generator.js';

/** Keeps the noise apart from other uses of the same seed. */
const noiseStream = 5;

export interface Disturbance {
  /**
   * How far each number moves at most, up or down, evenly distributed. Images: a share of 255, in
   * [0, 1]. Features: in their own unit, 0 or more. Default 0.
   */
  readonly noise?: number;
  /** Images: pixels by which they move; what moves in is 0. Default [0, 0]. */
  readonly shift?: readonly [right: number, down: number];
  /** Features: what is added to each of them, as by a ruler that does not begin at 0. Default 0. */
  readonly offset?: number;
  /** Of the noise; default 1. */
  readonly seed?: number;
}

/**
 * Images as a bad camera would take them: moved, then noisy, held in [0, 255]. Features as a bad
 * ruler would measure them. The noise of an example depends on the seed and its index alone.
 *
 * @param dataset - images in bytes, [n, h, w, c], or float32 features, [n, d].
 * @param indices - [n], of the examples in the set that they were selected from, whose noise they
 *   get. Default 0, 1, ..., n - 1.
 * @throws DatasetError `invalid` for what does not fit: a noise out of range, a shift that is not
 *   whole or of features, an offset of images.
 */
export function disturb(
  dataset: Dataset,
  disturbance: Disturbance,
  indices?: ArrayLike<number>,
): Dataset {
  const { inputs } = dataset;
  const disturbed =
    inputs instanceof Uint8Array
      ? disturbImages(dataset, inputs, disturbance, indices)
      : disturbFeatures(dataset, inputs, disturbance, indices);
  return { ...dataset, inputs: disturbed };
}

function disturbImages(
  { name, inputShape }: Dataset,
  inputs: Uint8Array,
  { noise = 0, shift = [0, 0], offset = 0, seed = 1 }: Disturbance,
  indices: ArrayLike<number> | undefined,
): Uint8Array {
  const [rows, columns, channels] = inputShape;
  if (channels === undefined) {
    throw invalid('images [h, w, c]', `"${name}" of shape [${inputShape.join()}]`);
  }
  if (!(noise >= 0 && noise <= 1)) throw invalid('noise in [0, 1]', String(noise));
  if (!shift.every(Number.isInteger)) throw invalid('a shift by whole pixels', shift.join());
  if (offset !== 0) throw invalid('no offset of images', String(offset));
  const size = rows! * columns! * channels;
  const amplitude = Math.round(255 * noise);
  const moved = new Uint8Array(inputs.length);
  for (let start = 0; start < inputs.length; start += size) {
    const place = start / size;
    const generator = seededGenerator(seed, noiseStream, indices?.[place] ?? place);
    for (let i = 0; i < size; i++) {
      const cell = Math.floor(i / channels);
      const row = Math.floor(cell / columns!) - shift[1];
      const column = (cell % columns!) - shift[0];
      const inside = row >= 0 && row < rows! && column >= 0 && column < columns!;
      const from = start + (row * columns! + column) * channels + (i % channels);
      const value = inside ? inputs[from]! : 0;
      const added = amplitude === 0 ? 0 : uniformInt(generator, -amplitude, amplitude);
      moved[start + i] = Math.min(255, Math.max(0, value + added));
    }
  }
  return moved;
}

/** Steps of the noise on either side of 0. */
const noiseSteps = 2 ** 20;

function disturbFeatures(
  { inputShape }: Dataset,
  inputs: Float32Array,
  { noise = 0, shift = [0, 0], offset = 0, seed = 1 }: Disturbance,
  indices: ArrayLike<number> | undefined,
): Float32Array {
  if (!(noise >= 0 && Number.isFinite(noise))) throw invalid('noise of 0 or more', String(noise));
  if (!Number.isFinite(offset)) throw invalid('a finite offset', String(offset));
  if (shift.some((pixels) => pixels !== 0)) throw invalid('no shift of features', shift.join());
  const size = inputShape.reduce((a, b) => a * b, 1);
  const moved = inputs.map((value) => value + offset);
  if (noise === 0) return moved;
  for (let place = 0; place * size < moved.length; place++) {
    const generator = seededGenerator(seed, noiseStream, indices?.[place] ?? place);
    for (let i = place * size; i < (place + 1) * size; i++) {
      moved[i]! += (noise * uniformInt(generator, -noiseSteps, noiseSteps)) / noiseSteps;
    }
  }
  return moved;
}

function invalid(expected: string, got: string): DatasetError {
  return new DatasetError('invalid', { where: 'disturb', expected, got });
}
