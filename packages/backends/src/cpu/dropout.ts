import { pcg4d } from './pcg4d.js';

/** What decides which numbers a dropout layer sets to zero. */
export interface DropoutKey {
  /** Integer in [0, 2^32). */
  readonly seed: number;
  /** Training steps done before this one. */
  readonly stepsDone: number;
  /** Index of the layer in the model. */
  readonly layer: number;
  /** Share set to zero, in [0, 1). */
  readonly rate: number;
}

/**
 * Sets a share `rate` of the numbers to zero and the others to x / (1 - rate), so that their expected
 * sum stays (inverted dropout; Srivastava et al. 2014, section 10). Applied to the output's gradient
 * with the same key it gives the input's: the factors are the derivative.
 *
 * Element i takes word `i mod 4` of `pcg4d(seed, stepsDone, layer, floor(i / 4))` and stays when that
 * word is at least `floor(rate * 2^32)`: any part of the mask can be computed alone.
 *
 * @param x - [length], the whole batch row-major.
 * @param y - [length], receives the result; may be `x`.
 */
export function dropout(
  { seed, stepsDone, layer, rate }: DropoutKey,
  length: number,
  x: Float32Array,
  y: Float32Array,
): void {
  const threshold = Math.floor(rate * 2 ** 32);
  const scale = Math.fround(1 / (1 - rate));
  const words = new Uint32Array(4);
  for (let i = 0; i < length; i++) {
    if (i % 4 === 0) pcg4d(seed, stepsDone, layer, i / 4, words);
    y[i] = words[i % 4]! >= threshold ? x[i]! * scale : 0;
  }
}
