import { add, mul, sub, zerosLike } from '@tensorflow/tfjs-core';
import type { Optimizer } from './optimizer.js';

export interface MomentumConstants {
  /** mu in [0, 1): how much of its velocity a parameter keeps. */
  readonly momentum: number;
}

/**
 * Gradient descent with classical (not Nesterov) momentum: `v <- mu v + g`, `p <- p - lr v`
 * (Sutskever et al. 2013, with the learning rate outside the velocity, as TensorFlow and PyTorch
 * have it).
 */
export function momentum({ momentum: mu }: MomentumConstants): Optimizer {
  return {
    init: (parameter) => ({ velocity: zerosLike(parameter) }),
    update: (gradient, slots, parameter, { learningRate }) => {
      const velocity = add(mul(slots.velocity!, mu), gradient);
      return { parameter: sub(parameter, mul(velocity, learningRate)), slots: { velocity } };
    },
  };
}
