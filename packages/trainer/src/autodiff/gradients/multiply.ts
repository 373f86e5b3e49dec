import { mul, Multiply, type GradConfig, type Tensor } from '@tensorflow/tfjs-core';
import { sumToShape } from './sum-to-shape.js';

/** `y = a b`: `dL/da = dL/dy b` and `dL/db = dL/dy a`, summed over what was broadcast. */
export const multiplyGradient: GradConfig = {
  kernelName: Multiply,
  inputsToSave: ['a', 'b'],
  gradFunc: (dy, [a, b]) => ({
    a: () => sumToShape(mul(dy as Tensor, b!), a!.shape),
    b: () => sumToShape(mul(dy as Tensor, a!), b!.shape),
  }),
};
