import { describe, expect, it } from 'vitest';
import { syntheticDigits } from '@manabi/datasets';
import { itIsTheSameInEveryEngine } from './same-in-every-engine.js';

describe('in Node', () => {
  itIsTheSameInEveryEngine();
});

describe('syntheticDigits', () => {
  it('has 60,000 digits to learn from and 10,000 to test by default, about a tenth of each class', () => {
    const { train, test } = syntheticDigits();
    expect([train.labels.length, test.labels.length]).toEqual([60_000, 10_000]);
    expect(train.inputShape).toEqual([28, 28, 1]);
    for (let label = 0; label < 10; label++) {
      const count = train.labels.filter((l) => l === label).length;
      // Binomial(60000, 0.1) has deviation 73.5; five of them hold for any honest generator.
      expect(Math.abs(count - 6000)).toBeLessThan(368);
    }
  });

  it('begins alike at every size, and differs between seeds and parts', () => {
    const small = syntheticDigits({ trainSize: 20, testSize: 20 });
    const large = syntheticDigits({ trainSize: 50, testSize: 30 });
    expect(large.train.inputs.subarray(0, 20 * 784)).toEqual(small.train.inputs);
    expect(large.test.labels.subarray(0, 20)).toEqual(small.test.labels);
    expect(small.train.inputs).not.toEqual(small.test.inputs);
    const other = syntheticDigits({ trainSize: 20, testSize: 20, seed: 2 });
    expect(other.train.inputs).not.toEqual(small.train.inputs);
  });

  it('prepares every digit as MNIST does: 20 pixels on the longer side, mass at the centre', () => {
    const { train } = syntheticDigits({ trainSize: 500, testSize: 0 });
    let atEdge = 0;
    for (let index = 0; index < 500; index++) {
      const digit = train.inputs.subarray(index * 784, (index + 1) * 784);
      let mass = 0;
      let momentX = 0;
      let momentY = 0;
      let [left, right, top, bottom] = [28, -1, 28, -1];
      digit.forEach((value, i) => {
        if (value === 0) return;
        const x = i % 28;
        const y = Math.floor(i / 28);
        mass += value;
        momentX += value * (x + 0.5);
        momentY += value * (y + 0.5);
        [left, right] = [Math.min(left, x), Math.max(right, x)];
        [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
      });
      expect(Math.max(right - left, bottom - top) + 1).toBe(20);
      // Mass far to one side: the edge keeps the digit from being centred, so that no ink is lost.
      if (Math.min(left, top) === 0 || Math.max(right, bottom) === 27) {
        atEdge++;
        continue;
      }
      // Half a pixel, and the rounding of the bytes.
      expect(Math.abs(momentX / mass - 14.5)).toBeLessThan(0.52);
      expect(Math.abs(momentY / mass - 14.5)).toBeLessThan(0.52);
    }
    expect(atEdge).toBeLessThan(20);
  });

  it('uses the whole range of bytes', () => {
    const { inputs } = syntheticDigits({ trainSize: 200, testSize: 0 }).train;
    expect(new Set(inputs).size).toBeGreaterThan(200);
    expect(Math.max(...inputs.subarray(0, 7840))).toBe(255);
  });

  it('makes none for a size of 0 and refuses a negative one', () => {
    expect(syntheticDigits({ trainSize: 0, testSize: 0 }).train.inputs).toHaveLength(0);
    expect(() => syntheticDigits({ trainSize: -1 })).toThrow(
      'synthetic-digits: size of train: expected a whole number of digits, got -1; use one such as 10000',
    );
  });
});
