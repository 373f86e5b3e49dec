import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { expect, it } from 'vitest';
import { truncatedNormal, truncatedNormalDeviation } from './truncated-normal.js';

const size = 200_000;
const random = xoroshiro128plus(42);
const sample = Float64Array.from({ length: size }, () => truncatedNormal(random));

it('stays within two deviations', () => {
  expect(Math.max(...sample.subarray(0, 50_000).map(Math.abs))).toBeLessThanOrEqual(2);
  expect(sample.every((x) => x >= -2 && x <= 2)).toBe(true);
});

it('has mean 0 and the deviation of a normal distribution cut at 2', () => {
  const mean = sample.reduce((sum, x) => sum + x, 0) / size;
  const variance = sample.reduce((sum, x) => sum + x * x, 0) / size;
  expect(Math.abs(mean)).toBeLessThan((5 * truncatedNormalDeviation) / Math.sqrt(size));
  // The variance of a variance is below 2 sigma^4 / n for this flat-topped distribution.
  const tolerance = 5 * truncatedNormalDeviation ** 2 * Math.sqrt(2 / size);
  expect(Math.abs(variance - truncatedNormalDeviation ** 2)).toBeLessThan(tolerance);
});

it.each([0.25, 0.5, 1, 1.5])('lies within %f as often as the normal distribution', (bound) => {
  const expected = normalShareWithin(bound) / normalShareWithin(2);
  const share = sample.filter((x) => Math.abs(x) < bound).length / size;
  expect(Math.abs(share - expected)).toBeLessThan(5 * Math.sqrt(0.25 / size));
});

it('knows its deviation: 1 - 2 * 2 phi(2) / P(|x| < 2)', () => {
  const density = Math.exp(-2) / Math.sqrt(2 * Math.PI);
  const variance = 1 - (4 * density) / normalShareWithin(2);
  expect(truncatedNormalDeviation).toBeCloseTo(Math.sqrt(variance), 9);
});

/** P(|x| < bound) of a standard normal number, by Simpson's rule. */
function normalShareWithin(bound: number): number {
  const steps = 1000;
  const h = (2 * bound) / steps;
  let sum = 0;
  for (let i = 0; i <= steps; i++) {
    const x = -bound + i * h;
    const weight = i === 0 || i === steps ? 1 : i % 2 === 1 ? 4 : 2;
    sum += (weight * Math.exp((-x * x) / 2)) / Math.sqrt(2 * Math.PI);
  }
  return (sum * h) / 3;
}
