import { Add, type GradConfig, type Tensor } from '@tensorflow/tfjs-core';
import { sumToShape } from './sum-to-shape.js';

/** `y = a + b`: `dL/da = dL/db = dL/dy`, summed over what was broadcast (a bias over its batch). */
export const addGradient: GradConfig = {
  kernelName: Add,
  inputsToSave: ['a', 'b'],
  gradFunc: (dy, [a, b]) => ({
    a: () => sumToShape(dy as Tensor, a!.shape),
    b: () => sumToShape(dy as Tensor, b!.shape),
  }),
};
