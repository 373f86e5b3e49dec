import { AvgPool, AvgPoolGrad, engine, type GradConfig, type Tensor } from '@tensorflow/tfjs-core';

/** `y = mean of a window of n`: each of its inputs gets `dL/dy / n`; padding is not counted in n. */
export const avgPoolGradient: GradConfig = {
  kernelName: AvgPool,
  inputsToSave: ['x'],
  gradFunc: (dy, [input], attributes) => ({
    x: () =>
      engine().runKernel<Tensor>(AvgPoolGrad, { dy: dy as Tensor, input: input! }, attributes),
  }),
};
