import { type Dataset, datasetSize, exampleLength } from '../dataset.js';
import { DatasetError } from '../dataset-error.js';

/**
 * A data set of the named examples only, in that order; the bytes are copied.
 *
 * @param indices - each in [0, n); one may occur more than once.
 */
export function selectExamples(dataset: Dataset, indices: ArrayLike<number>): Dataset {
  const length = exampleLength(dataset);
  const size = datasetSize(dataset);
  const inputs =
    dataset.inputs instanceof Uint8Array
      ? new Uint8Array(indices.length * length)
      : new Float32Array(indices.length * length);
  const labels = new Uint8Array(indices.length);
  for (let row = 0; row < indices.length; row++) {
    const index = indices[row]!;
    if (!Number.isInteger(index) || index < 0 || index >= size) {
      throw new DatasetError('invalid', {
        where: `selectExamples of "${dataset.name}"`,
        expected: `an index in [0, ${size})`,
        got: String(index),
      });
    }
    inputs.set(dataset.inputs.subarray(index * length, (index + 1) * length), row * length);
    labels[row] = dataset.labels[index]!;
  }
  return { ...dataset, inputs, labels };
}
