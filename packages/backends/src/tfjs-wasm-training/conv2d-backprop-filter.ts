import {
  backend_util,
  Conv2DBackpropFilter,
  type Conv2DBackpropFilterAttrs,
  type Conv2DBackpropFilterInputs,
} from '@tensorflow/tfjs-core';
import { heapKernels } from './heap-kernels.js';
import { addressOf, filledOutput, withScratch } from './heap.js';
import { requireFloat32 } from './require-float32.js';
import type { WasmKernel } from './wasm-kernel.js';
import { withWindow } from './with-window.js';

const kernel = Conv2DBackpropFilter;

/**
 * Gradient of a convolution's filter,
 * `dF[i,j,c,k] = sum over n,y,x of X[n, y s + i - top, x s + j - left, c] dY[n,y,x,k]`
 * (Goodfellow et al. 2016, equation 9.11): the product of the windows, transposed, with dY.
 */
export const conv2dBackpropFilter: WasmKernel<
  Conv2DBackpropFilterInputs,
  Conv2DBackpropFilterAttrs
> = {
  name: kernel,
  create:
    () =>
    ({ inputs, attrs, backend }) => {
      const { x, dy } = inputs;
      requireFloat32(kernel, { x, dy });
      if (attrs.dataFormat === 'NCHW') {
        throw new Error(
          `${kernel}: expects dataFormat NHWC on the wasm backend, got NCHW; transpose x and dy`,
        );
      }
      const conv = backend_util.computeConv2DInfo(
        x.shape as [number, number, number, number],
        attrs.filterShape,
        attrs.strides,
        1,
        attrs.pad,
        attrs.dimRoundingMode,
      );
      const kernels = heapKernels(backend);
      const { batchSize, outChannels } = conv;
      return filledOutput(backend, kernel, attrs.filterShape, (output) => {
        withWindow(backend, kernel, conv, (geometry) => {
          const scratchBytes = kernels.conv2dScratchBytes(geometry, outChannels);
          withScratch(backend, kernel, scratchBytes, (scratch) => {
            kernels.conv2dFilterGradient(
              addressOf(backend, x),
              addressOf(backend, dy),
              output,
              0,
              batchSize,
              geometry,
              outChannels,
              scratch,
              0,
              1,
            );
          });
        });
      });
    },
};
