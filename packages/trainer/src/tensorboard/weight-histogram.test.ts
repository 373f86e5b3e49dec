import { describe, expect, it } from 'vitest';
import { weightHistogram } from './weight-histogram.js';

describe('weightHistogram', () => {
  it('puts each number into the bucket whose limits are around it', () => {
    // From 0 to 30 in 30 buckets: bucket i holds (i, i + 1], the first one 0 as well.
    const histogram = weightHistogram(Float32Array.of(0, 0.5, 1, 1.5, 30));
    expect(histogram).toMatchObject({ min: 0, max: 30, count: 5, sum: 33 });
    expect(histogram.sumOfSquares).toBe(0.25 + 1 + 2.25 + 900);
    expect(histogram.limits).toEqual(Array.from({ length: 30 }, (_, i) => i + 1));
    expect(histogram.counts).toEqual([3, 1, ...new Array<number>(27).fill(0), 1]);
  });

  it('counts every number once, wherever rounding puts the limits', () => {
    const values = Float32Array.from({ length: 1000 }, (_, i) => Math.sin(i) * 0.1);
    const { counts, limits, max } = weightHistogram(values);
    expect(counts.reduce((a, b) => a + b)).toBe(1000);
    expect(limits.at(-1)).toBe(max);
    limits.forEach((limit, i) => {
      const below = values.filter((value) => value <= limit).length;
      expect(counts.slice(0, i + 1).reduce((a, b) => a + b)).toBe(below);
    });
  });

  it('has one bucket for equal numbers, and none for what is not finite', () => {
    expect(weightHistogram(Float32Array.of(2, 2, NaN))).toMatchObject({ limits: [2], counts: [2] });
    expect(weightHistogram(Float32Array.of(Infinity))).toMatchObject({ count: 0, counts: [0] });
  });
});
