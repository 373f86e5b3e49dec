import { type Dataset, exampleLength } from '../dataset.js';
import { DatasetError } from '../dataset-error.js';

/** Examples as a network reads them. */
export interface Batch {
  /** [b, ...inputShape] row-major, normalised. */
  readonly inputs: Float32Array;
  /** [b], integers in [0, classes). */
  readonly labels: Uint8Array;
}

/** Memory for a batch that the caller keeps from step to step. */
export interface BatchBuffers {
  /** At least b * exampleLength numbers. */
  readonly inputs: Float32Array;
  /** At least b numbers. */
  readonly labels: Uint8Array | Int32Array;
}

/**
 * Copies and normalises the named examples into new arrays.
 *
 * @param indices - [b], each in [0, n).
 */
export function gatherBatch(dataset: Dataset, indices: ArrayLike<number>): Batch {
  const batch = {
    inputs: new Float32Array(indices.length * exampleLength(dataset)),
    labels: new Uint8Array(indices.length),
  };
  fillBatch(dataset, indices, batch);
  return batch;
}

/**
 * {@link gatherBatch} into the caller's memory: the first b rows are written, the rest is left.
 *
 * @param indices - [b], each in [0, n).
 */
export function fillBatch(
  dataset: Dataset,
  indices: ArrayLike<number>,
  buffers: BatchBuffers,
): void {
  const length = exampleLength(dataset);
  if (buffers.inputs.length < indices.length * length || buffers.labels.length < indices.length) {
    throw new DatasetError('invalid', {
      where: `fillBatch of "${dataset.name}"`,
      expected: `room for ${indices.length} examples of ${length} numbers`,
      got: `${buffers.inputs.length} inputs and ${buffers.labels.length} labels`,
    });
  }
  const numbers = dataset.labels.length * length;
  if (dataset.inputs.length !== numbers) {
    throw new DatasetError('invalid', {
      where: `fillBatch of "${dataset.name}"`,
      expected: `inputs of ${numbers} numbers, ${length} for each of ${dataset.labels.length} labels`,
      got: String(dataset.inputs.length),
    });
  }
  const { scale, offset } = affine(dataset);
  const channels = scale.length;
  for (let row = 0; row < indices.length; row++) {
    const index = indices[row]!;
    const label = dataset.labels[index];
    if (label === undefined) {
      throw new DatasetError('invalid', {
        where: `fillBatch of "${dataset.name}"`,
        expected: `an index in [0, ${dataset.labels.length})`,
        got: String(index),
      });
    }
    buffers.labels[row] = label;
    const from = index * length;
    const to = row * length;
    if (channels === 1) {
      const factor = scale[0]!;
      const shift = offset[0]!;
      for (let i = 0; i < length; i++) {
        buffers.inputs[to + i] = dataset.inputs[from + i]! * factor - shift;
      }
    } else {
      for (let i = 0; i < length; i++) {
        const k = i % channels;
        buffers.inputs[to + i] = dataset.inputs[from + i]! * scale[k]! - offset[k]!;
      }
    }
  }
}

/** Either normalisation as `x * scale[k] - offset[k]`, k running over the last axis. */
function affine({ name, inputShape, normalization }: Dataset): {
  scale: number[];
  offset: number[];
} {
  switch (normalization.kind) {
    case 'scale':
      return { scale: [normalization.factor], offset: [0] };
    case 'standardize': {
      const { mean, deviation } = normalization;
      const extent = inputShape.at(-1)!;
      if (mean.length !== extent || deviation.length !== extent || !deviation.every((d) => d > 0)) {
        throw new DatasetError('invalid', {
          where: `normalization of "${name}"`,
          expected: `${extent} means and ${extent} deviations above 0, as the last axis of [${inputShape.join(', ')}]`,
          got: `means [${mean.join(', ')}] and deviations [${deviation.join(', ')}]`,
          remedy: 'use a deviation of 1 for a feature that never changes',
        });
      }
      return {
        scale: deviation.map((d) => 1 / d),
        offset: mean.map((m, k) => m / deviation[k]!),
      };
    }
  }
}
