import { pcg4d } from './pcg4d.js';

/** What a dropout mask depends on, and nothing else. */
export interface DropoutMaskKey {
  /** The run's seed, an integer in [0, 2^32). */
  readonly seed: number;
  /** Training steps done before this one, an integer in [0, 2^32). */
  readonly step: number;
  /** Position of the dropout layer in the specification, from 0. */
  readonly layerIndex: number;
  /** Share of zeros, in [0, 1). */
  readonly rate: number;
}

/**
 * The factors of one dropout layer in one training step: 0 with probability `rate`, else
 * 1 / (1 - rate) in float32, so that the expected sum stays (inverted dropout; Srivastava et al.
 * 2014, section 10).
 *
 * Element i takes word `i mod 4` of `pcg4d(seed, step, layerIndex, floor(i / 4))` and is kept when
 * that word, unsigned, is at least `floor(rate * 2^32)`. It depends on no other element, so every
 * backend can compute the same mask in any order.
 *
 * @param size - elements of the whole batch, [batch, ...shape] row-major.
 * @returns [size], float32.
 */
export function dropoutMask(key: DropoutMaskKey, size: number): Float32Array {
  const { seed, step, layerIndex, rate } = key;
  const threshold = Math.floor(rate * 2 ** 32);
  const kept = 1 / (1 - rate);
  const mask = new Float32Array(size);
  const words = new Uint32Array(4);
  for (let block = 0; block * 4 < size; block++) {
    pcg4d(seed, step, layerIndex, block, words);
    const end = Math.min(4, size - block * 4);
    for (let lane = 0; lane < end; lane++) {
      if (words[lane]! >= threshold) mask[block * 4 + lane] = kept;
    }
  }
  return mask;
}
