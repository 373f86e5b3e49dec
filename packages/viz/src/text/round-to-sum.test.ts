import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roundToSum } from './round-to-sum.js';

describe('roundToSum', () => {
  it('makes three thirds add up to one', () => {
    expect(roundToSum([1 / 3, 1 / 3, 1 / 3], 2)).toEqual([0.34, 0.33, 0.33]);
  });

  it('adds up to a total that stands there already', () => {
    expect(roundToSum([0.333, 0.333], 2, 0.66)).toEqual([0.33, 0.33]);
    expect(roundToSum([0.333, 0.333], 2, 0.67)).toEqual([0.34, 0.33]);
    expect(roundToSum([0.33, 0.33], 2, 0.65)).toEqual([0.33, 0.32]);
    expect(roundToSum([0.33, 0.33], 2, 0.69)).toEqual([0.35, 0.34]);
    expect(roundToSum([], 2, 1)).toEqual([]);
  });

  it('adds up to the rounded sum and moves no term by a unit, for any terms', () => {
    const terms = fc.array(fc.double({ min: -100, max: 100, noNaN: true }), { maxLength: 20 });
    fc.assert(
      fc.property(terms, fc.integer({ min: 0, max: 4 }), (values, decimals) => {
        const unit = 10 ** decimals;
        const rounded = roundToSum(values, decimals);
        const units = (list: readonly number[]) =>
          Math.round(list.reduce((sum, value) => sum + value * unit, 0)) + 0;
        expect(units(rounded)).toBe(units(values));
        rounded.forEach((value, i) => {
          expect(Math.abs(value - values[i]!) * unit).toBeLessThanOrEqual(1);
        });
      }),
      { seed: 1 },
    );
  });
});
