import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { DatasetError } from '../dataset-error.js';
import { seededGenerator } from '../random/seeded-generator.js';

/** Keeps the order of an epoch apart from other uses of the same seed. */
const shuffleStream = 1;

/**
 * The order in which one epoch visits its examples: a Fisher-Yates shuffle of 0..n-1 (Durstenfeld
 * 1964). It depends on nothing but the arguments, so a run can resume at any epoch, and it is the
 * same in every JavaScript engine.
 *
 * @param n - number of examples, in [0, 2^32).
 * @param seed - any safe integer.
 * @param epoch - from 1; each epoch has its own order.
 * @returns [n], every index exactly once.
 */
export function shuffledIndices(n: number, seed: number, epoch: number): Uint32Array {
  if (!Number.isInteger(n) || n < 0 || n > 0xffffffff) {
    throw new DatasetError('invalid', {
      where: 'shuffledIndices',
      expected: 'a number of examples in [0, 2^32)',
      got: String(n),
    });
  }
  const generator = seededGenerator(seed, shuffleStream, epoch);
  const indices = Uint32Array.from({ length: n }, (_, index) => index);
  for (let last = n - 1; last > 0; last--) {
    const chosen = uniformInt(generator, 0, last);
    const index = indices[last]!;
    indices[last] = indices[chosen]!;
    indices[chosen] = index;
  }
  return indices;
}
