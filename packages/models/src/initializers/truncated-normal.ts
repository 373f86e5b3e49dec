import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';

/**
 * A standard normal number, drawn again while it lies outside [-2, 2].
 *
 * Rejection sampling: x uniform in [-2, 2) is taken with probability `e^(-x^2/2)`. No logarithm or
 * cosine is called, whose last bits differ between engines, so the result is the same everywhere.
 */
export function truncatedNormal(random: RandomGenerator): number {
  for (;;) {
    const x = 4 * uniformFloat64(random) - 2;
    const half = (x * x) / 4;
    if (happensWithExp(half, random) && happensWithExp(half, random)) return x;
  }
}

/** Standard deviation of {@link truncatedNormal}: sqrt(1 - 4 phi(2) / (2 Phi(2) - 1)). */
export const truncatedNormalDeviation = 0.87962566103423978;

/**
 * True with probability `e^-t` for t in [0, 1], by comparing uniform numbers only: a falling run
 * t > u1 > u2 > ... has length n or more with probability t^n / n!, hence an even length with
 * probability 1 - t + t^2/2! - ... = e^-t.
 *
 * Source: von Neumann 1951, "Various techniques used in connection with random digits".
 */
function happensWithExp(t: number, random: RandomGenerator): boolean {
  let isEven = true;
  let previous = t;
  for (;;) {
    const next = uniformFloat64(random);
    if (next >= previous) return isEven;
    isEven = !isEven;
    previous = next;
  }
}
