import {
  backend_util,
  Conv2DBackpropFilter,
  type Conv2DBackpropFilterAttrs,
  type Conv2DBackpropFilterInputs,
} from '@tensorflow/tfjs-core';
import { addressOf, filledOutput } from './heap.js';
import { requireFloat32 } from './require-float32.js';
import type { WasmKernel } from './wasm-kernel.js';
import { withConvolution } from './with-convolution.js';

const kernel = Conv2DBackpropFilter;

/**
 * Gradient of a convolution's filter,
 * `dF[i,j,c,k] = sum over n,y,x of X[n, y s + i - top, x s + j - left, c] dY[n,y,x,k]`
 * (Goodfellow et al. 2016, equation 9.11): the product of the windows, transposed, with dY, or
 * Winograd's minimal filtering where that takes fewer multiplications.
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
      const { batchSize, outChannels } = conv;
      return filledOutput(backend, kernel, attrs.filterShape, (output) => {
        withConvolution(backend, kernel, conv, ({ filterGradient, geometry, scratch }) => {
          const from = addressOf(backend, x);
          const gradient = addressOf(backend, dy);
          filterGradient(
            from,
            gradient,
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
    },
};
