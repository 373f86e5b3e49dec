import {
  AvgPoolGrad,
  backend_util,
  type AvgPoolGradAttrs,
  type AvgPoolGradInputs,
} from '@tensorflow/tfjs-core';
import { float32OnHeap, zerosOnHeap } from './heap.js';
import { forEachPoolWindow } from './pool-windows.js';
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
      const pool = backend_util.computePool2DInfo(
        input.shape as [number, number, number, number],
        attrs.filterSize,
        attrs.strides,
        1,
        attrs.pad,
      );
      const dx = zerosOnHeap(backend, input.shape);
      const gradient = float32OnHeap(backend, dy);
      const result = float32OnHeap(backend, dx);
      const { inHeight, inWidth, inChannels } = pool;
      forEachPoolWindow(pool, (output, image, top, bottom, left, right) => {
        const share = 1 / ((bottom - top) * (right - left));
        for (let row = top; row < bottom; row++) {
          for (let column = left; column < right; column++) {
            const place = ((image * inHeight + row) * inWidth + column) * inChannels;
            for (let c = 0; c < inChannels; c++) {
              result[place + c] = result[place + c]! + share * gradient[output + c]!;
            }
          }
        }
      });
      return dx;
    },
};
