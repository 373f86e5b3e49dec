import { describe, expect, it } from 'vitest';
import { TrainerError } from '../trainer-error.js';
import { optimizerNames, resolveOptimizer } from './resolve-optimizer.js';

describe('resolveOptimizer', () => {
  it('fills in what Keras and the papers use', () => {
    expect(optimizerNames.map((type) => resolveOptimizer({ type }))).toEqual([
      { type: 'sgd', learningRate: 0.01 },
      { type: 'momentum', learningRate: 0.01, momentum: 0.9 },
      { type: 'rmsprop', learningRate: 0.001, rho: 0.9, epsilon: 1e-7 },
      { type: 'adam', learningRate: 0.001, beta1: 0.9, beta2: 0.999, epsilon: 1e-7 },
    ]);
  });

  it('keeps what is given', () => {
    expect(resolveOptimizer({ type: 'adam', learningRate: 0.5 })).toMatchObject({
      learningRate: 0.5,
      beta1: 0.9,
    });
  });

  it.each([
    [
      { type: 'sgd', learningRate: 0 },
      'optimizer sgd learningRate: expected a finite number above 0, got 0; use a number such as 0.001',
    ],
    [
      { type: 'sgd', learningRate: NaN },
      'optimizer sgd learningRate: expected a finite number above 0, got NaN; use a number such as 0.001',
    ],
    [
      { type: 'momentum', momentum: 1 },
      'optimizer momentum momentum: expected a number of at least 0 and below 1, got 1; use a number such as 0.1',
    ],
    [
      { type: 'adam', learningRate: '0.1' },
      'optimizer adam learningRate: expected a finite number above 0, got "0.1"; use a number such as 0.001',
    ],
    [
      { type: 'sgd', momentum: 0.9 },
      'optimizer sgd: expected only learningRate, got momentum; remove it or choose the optimizer that has it',
    ],
    [
      { type: 'lion' },
      'optimizer type: expected one of sgd, momentum, rmsprop, adam, got "lion"; adam is a good start',
    ],
  ])('refuses %o', (spec, message) => {
    expect(() => resolveOptimizer(spec as never)).toThrow(TrainerError);
    expect(() => resolveOptimizer(spec as never)).toThrow(message);
  });
});
