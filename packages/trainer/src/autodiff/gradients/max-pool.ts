import { engine, MaxPool, MaxPoolGrad, type GradConfig, type Tensor } from '@tensorflow/tfjs-core';

/** `y = max of a window`: the largest input of the window gets `dL/dy`, the others 0. */
export const maxPoolGradient: GradConfig = {
  kernelName: MaxPool,
  inputsToSave: ['x'],
  outputsToSave: [true],
  gradFunc: (dy, [input, output], attributes) => ({
    x: () =>
      engine().runKernel<Tensor>(
        MaxPoolGrad,
        { dy: dy as Tensor, input: input!, output: output! },
        attributes,
      ),
  }),
};
