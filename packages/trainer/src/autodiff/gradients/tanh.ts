import { mul, square, sub, Tanh, type GradConfig, type Tensor } from '@tensorflow/tfjs-core';

/** `y = tanh(x)`: `dL/dx = dL/dy (1 - y^2)`. */
export const tanhGradient: GradConfig = {
  kernelName: Tanh,
  outputsToSave: [true],
  gradFunc: (dy, [y]) => ({ x: () => mul(dy as Tensor, sub(1, square(y!))) }),
};
