import {
  Conv2D,
  Conv2DBackpropFilter,
  Conv2DBackpropInput,
  engine,
  type GradConfig,
  type NamedAttrMap,
  type Tensor,
} from '@tensorflow/tfjs-core';

/**
 * `y[p, o] = sum_{k, c} x[s p + k, c] f[k, c, o]` (no flipping; p, k positions, s strides):
 * `dL/dx` gives every input the gradients of the windows it was in, through the same weights;
 * `dL/df[k, c, o] = sum_p x[s p + k, c] dL/dy[p, o]` (Goodfellow et al. 2016, section 9.5).
 */
export const conv2dGradient: GradConfig = {
  kernelName: Conv2D,
  inputsToSave: ['x', 'filter'],
  gradFunc: (gradient, saved, { strides, pad, dataFormat, dimRoundingMode }) => {
    const dy = gradient as Tensor;
    const [x, filter] = saved as [Tensor, Tensor];
    const window = { strides, pad, dataFormat, dimRoundingMode } as NamedAttrMap;
    return {
      x: () =>
        engine().runKernel<Tensor>(
          Conv2DBackpropInput,
          { dy, filter },
          { ...window, inputShape: x.shape },
        ),
      filter: () =>
        engine().runKernel<Tensor>(
          Conv2DBackpropFilter,
          { x, dy },
          { ...window, filterShape: filter.shape },
        ),
    };
  },
};
