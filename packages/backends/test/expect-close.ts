import { expect } from 'vitest';
import type { Numbers } from './kernel-call.js';

/**
 * Compares float32 results. 1e-5 of the largest number expected: sums of up to a few thousand
 * products of size 1 round to about 1e-6 of it, and backends add them in different orders.
 */
export function expectClose(got: Numbers, expected: Numbers): void {
  expect(got.shape).toEqual(expected.shape);
  const largest = Array.from(expected.values).reduce((max, v) => Math.max(max, Math.abs(v)), 1);
  let worst = 0;
  for (let i = 0; i < expected.values.length; i++) {
    const difference = Math.abs(got.values[i]! - expected.values[i]!);
    worst = Math.max(worst, Number.isNaN(difference) ? Infinity : difference);
  }
  expect(worst).toBeLessThanOrEqual(1e-5 * largest);
}
