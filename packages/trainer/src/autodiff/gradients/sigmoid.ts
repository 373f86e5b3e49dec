import { mul, Sigmoid, square, sub, type GradConfig, type Tensor } from '@tensorflow/tfjs-core';

/** `y = 1 / (1 + e^-x)`: `dL/dx = dL/dy y (1 - y)`. */
export const sigmoidGradient: GradConfig = {
  kernelName: Sigmoid,
  outputsToSave: [true],
  gradFunc: (dy, [y]) => ({ x: () => mul(dy as Tensor, sub(y!, square(y!))) }),
};
