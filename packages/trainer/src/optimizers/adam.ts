import { add, div, mul, sqrt, square, sub, zerosLike } from '@tensorflow/tfjs-core';
import type { Optimizer } from './optimizer.js';

export interface AdamConstants {
  /** In [0, 1): how slowly the mean gradient forgets. */
  readonly beta1: number;
  /** In [0, 1): how slowly the mean square gradient forgets. */
  readonly beta2: number;
  /** Keeps a tiny mean square from making a giant step. */
  readonly epsilon: number;
}

/**
 * Adam (Kingma and Ba 2015, algorithm 1), t counting steps from 1:
 * `m <- beta1 m + (1 - beta1) g`, `v <- beta2 v + (1 - beta2) g^2`,
 * `p <- p - lr (m / (1 - beta1^t)) / (sqrt(v / (1 - beta2^t)) + epsilon)`.
 * Epsilon is outside the bias-corrected root, as in the paper and in tf.train.adam.
 *
 * Computed in the order of the paper's section 2, which says the same with fewer passes over the
 * parameters: with `c = sqrt(1 - beta2^t)`, `p <- p - (lr c / (1 - beta1^t)) m / (sqrt(v) + epsilon c)`.
 */
export function adam({ beta1, beta2, epsilon }: AdamConstants): Optimizer {
  return {
    init: (parameter) => ({ m: zerosLike(parameter), v: zerosLike(parameter) }),
    update: (gradient, slots, parameter, { learningRate, step }) => {
      const c = Math.sqrt(1 - beta2 ** step);
      const rate = (learningRate * c) / (1 - beta1 ** step);
      const m = add(mul(slots.m!, beta1), mul(gradient, 1 - beta1));
      const v = add(mul(slots.v!, beta2), mul(square(gradient), 1 - beta2));
      const change = div(mul(m, rate), add(sqrt(v), epsilon * c));
      return { parameter: sub(parameter, change), slots: { m, v } };
    },
  };
}
