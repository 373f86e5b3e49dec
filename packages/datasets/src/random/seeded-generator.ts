/**
 * @file One seed, many independent streams.
 *
 * A stream is named by integers, such as (seed, epoch) or (seed, part, index), and its generator's
 * state is a hash of that name. So any epoch or image can be reached without the ones before it,
 * and neighbouring names give unrelated numbers, which raw seeds of a shift-register generator do
 * not. Integer arithmetic only: the same numbers in every JavaScript engine.
 */
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import { DatasetError } from '../dataset-error.js';

/** MurmurHash3's 32-bit finaliser: a bijection in which every input bit moves every output bit. */
function avalanche(word: number): number {
  let x = word;
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return x ^ (x >>> 16);
}

/** 2^32 / golden ratio: keeps a run of zeros in a name from hashing to zero. */
const increment = 0x9e3779b9;

/**
 * @param seed - any safe integer.
 * @param stream - safe integers that name one stream of this seed.
 * @returns A xoroshiro128+ generator that starts at this stream.
 */
export function seededGenerator(seed: number, ...stream: readonly number[]): RandomGenerator {
  let hash = 0;
  for (const word of [seed, ...stream]) {
    if (!Number.isSafeInteger(word)) {
      throw new DatasetError('invalid', {
        where: 'seed',
        expected: 'a whole number',
        got: String(word),
        remedy: 'use one such as 1',
      });
    }
    hash = avalanche((hash + increment + (word | 0)) | 0);
    hash = avalanche((hash + increment + Math.floor(word / 2 ** 32)) | 0);
  }
  const state = [1, 2, 3, 4].map((k) => avalanche((hash + Math.imul(increment, k)) | 0));
  return xoroshiro128plusFromState(state);
}
