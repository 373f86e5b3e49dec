import {
  AvgPoolGrad,
  backend_util,
  type AvgPoolGradAttrs,
  type AvgPoolGradInputs,
} from '@tensorflow/tfjs-core';
import { averagePoolGradientPass, poolGradient } from './pool-gradient.js';
import { requireFloat32 } from './require-float32.js';
import type { WasmKernel } from './wasm-kernel.js';

/**
 * Gradient of average pooling: each output's gradient is shared equally by the inputs its mean was
 * taken over.
 *
 * tfjs takes the mean over the inputs inside the image but shares the gradient by the whole
 * window, too little at an edge that is padded.
 */
export const avgPoolGrad: WasmKernel<AvgPoolGradInputs, AvgPoolGradAttrs> = {
  name: AvgPoolGrad,
  create:
    () =>
    ({ inputs, attrs, backend }) => {
      const { dy, input } = inputs;
      requireFloat32(AvgPoolGrad, { dy });
      const pool = backend_util.computePool2DInfo(
        input.shape as [number, number, number, number],
        attrs.filterSize,
        attrs.strides,
        1,
        attrs.pad,
      );
      return poolGradient(backend, AvgPoolGrad, averagePoolGradientPass, pool, input, dy);
    },
};
