import { uniformInt } from 'pure-rand/distribution/uniformInt';
import type { Dataset } from '../dataset.js';
import { DatasetError } from '../dataset-error.js';
import { seededGenerator } from '../random/seeded-generator.js';

/** Keeps the noise apart from other uses of the same seed. */
const noiseStream = 5;

export interface Disturbance {
  /** Each number moves by up to this share of 255, evenly distributed; in [0, 1]. Default 0. */
  readonly noise?: number;
  /** Pixels by which images move; what moves in is 0. Default [0, 0]. */
  readonly shift?: readonly [right: number, down: number];
  /** Of the noise; default 1. */
  readonly seed?: number;
}

/**
 * Images as a bad camera would take them: moved, then noisy, held in [0, 255]. The noise of an
 * image depends on the seed and its index alone.
 *
 * @param dataset - images in bytes, [n, h, w, c].
 * @param indices - [n], of the images in the set that they were selected from, whose noise they get.
 *   Default 0, 1, ..., n - 1.
 * @throws DatasetError `invalid` for features, a noise outside [0, 1] or a shift that is not whole.
 */
export function disturb(
  dataset: Dataset,
  disturbance: Disturbance,
  indices?: ArrayLike<number>,
): Dataset {
  const { noise = 0, shift = [0, 0], seed = 1 } = disturbance;
  const { inputs, inputShape } = dataset;
  const [rows, columns, channels] = inputShape;
  if (!(inputs instanceof Uint8Array) || channels === undefined) {
    throw invalid('images in bytes', `"${dataset.name}" of shape [${inputShape.join()}]`);
  }
  if (!(noise >= 0 && noise <= 1)) throw invalid('noise in [0, 1]', String(noise));
  if (!shift.every(Number.isInteger)) throw invalid('a shift by whole pixels', shift.join());
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
  return { ...dataset, inputs: moved };
}

function invalid(expected: string, got: string): DatasetError {
  return new DatasetError('invalid', { where: 'disturb', expected, got });
}
