import {
  backend_util,
  MaxPoolGrad,
  type MaxPoolGradAttrs,
  type MaxPoolGradInputs,
} from '@tensorflow/tfjs-core';
import { maxPoolGradientPass, poolGradient } from './pool-gradient.js';
import { requireFloat32 } from './require-float32.js';
import type { WasmKernel } from './wasm-kernel.js';

/**
 * Gradient of max pooling: each output's gradient goes to the input that was the largest of its
 * window, to the first of equals in reading order, as in tfjs' cpu backend and PyTorch. A window
 * with a NaN has no largest number and passes nothing on.
 *
 * tfjs' kernel starts its search at the smallest positive float, so windows whose values are all
 * zero or negative lose their gradient.
 */
export const maxPoolGrad: WasmKernel<MaxPoolGradInputs, MaxPoolGradAttrs> = {
  name: MaxPoolGrad,
  create:
    () =>
    ({ inputs, attrs, backend }) => {
      const { dy, input } = inputs;
      requireFloat32(MaxPoolGrad, { dy, input });
      const pool = backend_util.computePool2DInfo(
        input.shape as [number, number, number, number],
        attrs.filterSize,
        attrs.strides,
        1,
        attrs.pad,
        attrs.dimRoundingMode,
      );
      return poolGradient(backend, MaxPoolGrad, maxPoolGradientPass, pool, input, dy);
    },
};
