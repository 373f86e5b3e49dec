import { expect } from 'vitest';

/**
 * Passes when every number lies within `tolerance * (1 + |expected|)` of what is expected. Default
 * 1e-5: float32 has 6e-8, and sums of up to a few thousand products are compared.
 */
export function expectClose(
  actual: ArrayLike<number>,
  expected: ArrayLike<number>,
  tolerance = 1e-5,
): void {
  expect(actual.length).toBe(expected.length);
  for (let i = 0; i < expected.length; i++) {
    const error = Math.abs(actual[i]! - expected[i]!);
    if (error <= tolerance * (1 + Math.abs(expected[i]!))) continue;
    expect.fail(`number ${i}: expected ${expected[i]}, got ${actual[i]}`);
  }
}
