/** @file Moments of a run, by epoch: 0 is the start, a fraction lies within an epoch. */
import type { Codec } from '../address/codecs.js';

/** A moment in the address: `3` or `2.34`; without one, the present or none. */
export const epochCodec: Codec<number | undefined> = {
  initial: undefined,
  read: (text) => (/^\d{1,5}(\.\d{1,2})?$/.test(text) ? Number(text) : undefined),
  write: (epoch) => (epoch === undefined ? '' : String(Number(epoch.toFixed(2)))),
};

/** The moment that lies nearest to the one that is asked for; undefined where there is none. */
export function nearestEpoch(epochs: readonly number[], wanted: number): number | undefined {
  return epochs.reduce<number | undefined>(
    (nearest, epoch) =>
      nearest === undefined || Math.abs(epoch - wanted) < Math.abs(nearest - wanted)
        ? epoch
        : nearest,
    undefined,
  );
}
