import {
  backend_util,
  MaxPoolGrad,
  type MaxPoolGradAttrs,
  type MaxPoolGradInputs,
} from '@tensorflow/tfjs-core';
import { float32OnHeap, zerosOnHeap } from './heap.js';
import { forEachPoolWindow } from './pool-windows.js';
import type { WasmKernel } from './wasm-kernel.js';

/**
 * Gradient of max pooling: each output's gradient goes to the input that was the largest of its
 * window, to the first of equals in reading order, as in tfjs' cpu backend and PyTorch.
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
      const pool = backend_util.computePool2DInfo(
        input.shape as [number, number, number, number],
        attrs.filterSize,
        attrs.strides,
        1,
        attrs.pad,
        attrs.dimRoundingMode,
      );
      const dx = zerosOnHeap(backend, input.shape);
      const x = float32OnHeap(backend, input);
      const gradient = float32OnHeap(backend, dy);
      const result = float32OnHeap(backend, dx);
      const { inHeight, inWidth, inChannels } = pool;
      forEachPoolWindow(pool, (output, image, top, bottom, left, right) => {
        for (let c = 0; c < inChannels; c++) {
          let largest = -Infinity;
          let place = -1;
          for (let row = top; row < bottom; row++) {
            for (let column = left; column < right; column++) {
              const candidate = ((image * inHeight + row) * inWidth + column) * inChannels + c;
              if (x[candidate]! > largest) {
                largest = x[candidate]!;
                place = candidate;
              }
            }
          }
          // A window of NaN has no largest value; it passes nothing on.
          if (place >= 0) result[place] = result[place]! + gradient[output + c]!;
        }
      });
      return dx;
    },
};
