import { uniformInt } from 'pure-rand/distribution/uniformInt';
import type { Dataset } from '../dataset.js';
import { DatasetError } from '../dataset-error.js';
import { seededGenerator } from '../random/seeded-generator.js';

/** Keeps a split apart from other uses of the same seed. */
const splitStream = 2;

export interface StratifiedSplitOptions {
  /** Share of the examples to hold out, in [0, 1]. */
  readonly fraction: number;
  /** Any safe integer. */
  readonly seed: number;
}

/** Two parts that hold every index exactly once, each in ascending order. */
export interface IndexSplit {
  readonly train: Uint32Array;
  readonly heldOut: Uint32Array;
}

/**
 * Holds out `round(n * fraction)` examples with each class in its share, chosen by `seed`.
 * Shares that are not whole are rounded by largest remainder, the lower class first on a tie.
 *
 * @param dataset - only its labels are read.
 */
export function stratifiedSplit(
  dataset: Pick<Dataset, 'labels'>,
  { fraction, seed }: StratifiedSplitOptions,
): IndexSplit {
  if (!(fraction >= 0 && fraction <= 1)) {
    throw new DatasetError('invalid', {
      where: 'stratifiedSplit',
      expected: 'a fraction between 0 and 1',
      got: String(fraction),
      remedy: 'use 0.1 to hold out a tenth',
    });
  }
  const { labels } = dataset;
  const members = indicesByClass(labels);
  const counts = apportion(
    members.map((indices) => indices.length),
    fraction,
  );
  const isHeldOut = new Uint8Array(labels.length);
  members.forEach((indices, label) => {
    // The class is part of the stream, so one class's choice does not depend on the others.
    const generator = seededGenerator(seed, splitStream, label);
    for (let taken = 0; taken < counts[label]!; taken++) {
      const chosen = uniformInt(generator, taken, indices.length - 1);
      isHeldOut[indices[chosen]!] = 1;
      indices[chosen] = indices[taken]!;
    }
  });
  const all = Uint32Array.from(labels, (_, index) => index);
  return {
    train: all.filter((index) => isHeldOut[index] === 0),
    heldOut: all.filter((index) => isHeldOut[index] === 1),
  };
}

function indicesByClass(labels: Uint8Array): number[][] {
  const members: number[][] = [];
  labels.forEach((label, index) => {
    while (members.length <= label) members.push([]);
    members[label]!.push(index);
  });
  return members;
}

/** Whole shares of `sizes` that add up to `round(total * fraction)`, by largest remainder. */
function apportion(sizes: readonly number[], fraction: number): number[] {
  const exact = sizes.map((size) => size * fraction);
  const shares = exact.map(Math.floor);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const missing = Math.round(total * fraction) - shares.reduce((sum, share) => sum + share, 0);
  const byRemainder = exact
    .map((share, label) => ({ label, remainder: share - Math.floor(share) }))
    .sort((a, b) => b.remainder - a.remainder || a.label - b.label);
  for (const { label } of byRemainder.slice(0, missing)) shares[label]!++;
  return shares;
}
