import { mul, sub } from '@tensorflow/tfjs-core';
import type { Optimizer } from './optimizer.js';

/** Stochastic gradient descent: `p <- p - lr g` (Goodfellow et al. 2016, algorithm 8.1). */
export function sgd(): Optimizer {
  return {
    init: () => ({}),
    update: (gradient, slots, parameter, { learningRate }) => ({
      parameter: sub(parameter, mul(gradient, learningRate)),
      slots,
    }),
  };
}
