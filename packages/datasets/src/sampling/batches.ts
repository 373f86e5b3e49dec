import { DatasetError } from '../dataset-error.js';

/**
 * Cuts an order of examples into batches; the last one is short when `batchSize` does not divide.
 *
 * @param indices - [n], as from {@link shuffledIndices}.
 * @param batchSize - examples a batch, at least 1.
 * @returns Views into `indices`, in order; nothing is copied.
 */
export function* batches(indices: Uint32Array, batchSize: number): Generator<Uint32Array, void> {
  if (!Number.isInteger(batchSize) || batchSize < 1) {
    throw new DatasetError('invalid', {
      where: 'batches',
      expected: 'a batch size of at least 1',
      got: String(batchSize),
      remedy: 'use a whole number such as 32',
    });
  }
  for (let start = 0; start < indices.length; start += batchSize) {
    yield indices.subarray(start, start + batchSize);
  }
}
