import { mul, Relu, step, type GradConfig, type Tensor } from '@tensorflow/tfjs-core';

/** `y = max(x, 0)`: `dL/dx = dL/dy` where x > 0, else 0 (at 0 too, as TensorFlow has it). */
export const reluGradient: GradConfig = {
  kernelName: Relu,
  outputsToSave: [true],
  gradFunc: (dy, [y]) => ({ x: () => mul(dy as Tensor, step(y!)) }),
};
