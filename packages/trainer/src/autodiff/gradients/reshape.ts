import { reshape, Reshape, type GradConfig, type Tensor } from '@tensorflow/tfjs-core';

/** The same numbers in another shape: `dL/dx` is `dL/dy` in the shape of x. */
export const reshapeGradient: GradConfig = {
  kernelName: Reshape,
  inputsToSave: ['x'],
  gradFunc: (dy, [x]) => ({ x: () => reshape(dy as Tensor, x!.shape) }),
};
