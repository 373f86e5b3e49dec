import { add, div, mul, sqrt, square, sub, zerosLike } from '@tensorflow/tfjs-core';
import type { Optimizer } from './optimizer.js';

export interface RmspropConstants {
  /** In [0, 1): how slowly the mean square forgets. */
  readonly rho: number;
  /** Keeps a tiny mean square from making a giant step. */
  readonly epsilon: number;
}

/**
 * RMSprop: `s <- rho s + (1 - rho) g^2`, `p <- p - lr g / sqrt(s + epsilon)` (Hinton 2012, lecture
 * 6e; epsilon inside the root, as Keras has it).
 */
export function rmsprop({ rho, epsilon }: RmspropConstants): Optimizer {
  return {
    init: (parameter) => ({ meanSquare: zerosLike(parameter) }),
    update: (gradient, slots, parameter, { learningRate }) => {
      const meanSquare = add(mul(slots.meanSquare!, rho), mul(square(gradient), 1 - rho));
      const change = div(mul(gradient, learningRate), sqrt(add(meanSquare, epsilon)));
      return { parameter: sub(parameter, change), slots: { meanSquare } };
    },
  };
}
