import { describe, expect, it } from 'vitest';
import { argMaxRows } from './arg-max-rows.js';
import { classMetrics, macroAverage } from './class-metrics.js';
import { confusionMatrix } from './confusion-matrix.js';
import { meanCrossEntropy } from './mean-cross-entropy.js';

describe('confusionMatrix', () => {
  it('counts the true class in rows and the predicted one in columns', () => {
    expect(confusionMatrix([0, 0, 1, 2], [0, 1, 1, 0], 3)).toEqual([
      [1, 1, 0],
      [0, 1, 0],
      [1, 0, 0],
    ]);
  });
});

describe('classMetrics', () => {
  it('derives precision, recall, F1 and support from the counts', () => {
    const [first, second] = classMetrics([
      [6, 2],
      [3, 9],
    ]);
    expect(first).toEqual({ precision: 6 / 9, recall: 6 / 8, f1: 12 / 17, support: 8 });
    expect(second).toEqual({ precision: 9 / 11, recall: 9 / 12, f1: 18 / 23, support: 12 });
  });

  it('takes 0/0 as 0: a class that is never predicted, and one that never occurs', () => {
    const [missed, found, absent] = classMetrics([
      [0, 2, 0],
      [0, 3, 0],
      [0, 0, 0],
    ]);
    expect(missed).toEqual({ precision: 0, recall: 0, f1: 0, support: 2 });
    expect(found).toEqual({ precision: 3 / 5, recall: 1, f1: 6 / 8, support: 3 });
    expect(absent).toEqual({ precision: 0, recall: 0, f1: 0, support: 0 });
  });
});

describe('macroAverage', () => {
  it('gives a rare class the weight of a frequent one', () => {
    const classes = [
      { precision: 1, recall: 0.5, f1: 0.6, support: 1000 },
      { precision: 0, recall: 0.25, f1: 0.2, support: 1 },
    ];
    expect(macroAverage(classes)).toEqual({ precision: 0.5, recall: 0.375, f1: 0.4 });
  });
});

describe('argMaxRows', () => {
  it('names the largest of each row, the first of equal ones', () => {
    expect([...argMaxRows(Float32Array.of(-3, -1, -2, 5, 5, 0), 3)]).toEqual([1, 0]);
  });
});

describe('meanCrossEntropy', () => {
  it('is ln 2 where two classes are equally likely', () => {
    expect(meanCrossEntropy(Float32Array.of(4, 4), [0], 2)).toBeCloseTo(Math.LN2, 12);
  });

  it('loses nothing to underflow or overflow', () => {
    expect(meanCrossEntropy(Float32Array.of(1000, 0, 0, 1000), [1, 1], 2)).toBe(500);
  });
});
