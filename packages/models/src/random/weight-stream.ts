import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import { pcg4d } from './pcg4d.js';

/**
 * The generator of one weight: xoroshiro128plus from a state that `seed` and the weight's name are
 * hashed to. Each weight has its own stream, so adding a layer leaves the others as they were.
 *
 * @param seed - integer in [0, 2^32).
 */
export function weightStream(seed: number, weightName: string): RandomGenerator {
  const state = new Uint32Array(4);
  pcg4d(seed, fnv1a(weightName), 0, 0, state);
  return xoroshiro128plusFromState([...state]);
}

/** 32-bit FNV-1a (Fowler, Noll and Vo) over the bytes of an ASCII text. */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return hash >>> 0;
}
