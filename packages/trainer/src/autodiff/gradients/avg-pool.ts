import { AvgPool, AvgPoolGrad, engine, type GradConfig, type Tensor } from '@tensorflow/tfjs-core';

/**
 * `y = mean of the n inputs in a window`: each of them gets `dL/dy / n`; padding is not counted in n.
 * tfjs' own kernels count it; `selectBackend` of `@manabi/backends` registers ones that do not.
 */
export const avgPoolGradient: GradConfig = {
  kernelName: AvgPool,
  inputsToSave: ['x'],
  gradFunc: (dy, [x], attributes) => ({
    x: () => engine().runKernel(AvgPoolGrad, { dy: dy as Tensor, input: x! }, attributes),
  }),
};
