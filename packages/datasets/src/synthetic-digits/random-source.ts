import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';

/** Uniform in [0, 1): 32 random bits over 2^32, which is exact. */
export function uniform(generator: RandomGenerator): number {
  return (generator.next() >>> 0) / 4294967296;
}

/** Uniform in [from, to). */
export function uniformBetween(generator: RandomGenerator, from: number, to: number): number {
  return from + (to - from) * uniform(generator);
}

/** In (-1, 1), triangular around 0: small values are common, large ones rare. */
export function triangular(generator: RandomGenerator): number {
  return uniform(generator) - uniform(generator);
}
