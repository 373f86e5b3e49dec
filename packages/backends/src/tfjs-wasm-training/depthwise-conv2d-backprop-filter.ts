import {
  backend_util,
  DepthwiseConv2dNativeBackpropFilter,
  type DepthwiseConv2dNativeBackpropFilterAttrs,
  type DepthwiseConv2dNativeBackpropFilterInputs,
} from '@tensorflow/tfjs-core';
import { heapKernels } from './heap-kernels.js';
import { addressOf, filledOutput, withScratch } from './heap.js';
import { requireFloat32 } from './require-float32.js';
import type { WasmKernel } from './wasm-kernel.js';
import { withWindow } from './with-window.js';

const kernel = DepthwiseConv2dNativeBackpropFilter;

/**
 * Gradient of a depthwise convolution's filter, m outputs for each of c channels and taps d apart:
 * `dF[i,j,c,q] = sum over n,y,x of X[n, y s + i d - top, x s + j d - left, c] dY[n,y,x, c m + q]`.
 */
export const depthwiseConv2dBackpropFilter: WasmKernel<
  DepthwiseConv2dNativeBackpropFilterInputs,
  DepthwiseConv2dNativeBackpropFilterAttrs
> = {
  name: kernel,
  create:
    () =>
    ({ inputs, attrs, backend }) => {
      const { x, dy } = inputs;
      requireFloat32(kernel, { x, dy });
      const conv = backend_util.computeConv2DInfo(
        x.shape as [number, number, number, number],
        attrs.filterShape,
        attrs.strides,
        attrs.dilations,
        attrs.pad,
        attrs.dimRoundingMode,
        true,
      );
      const kernels = heapKernels(backend);
      const multiplier = conv.outChannels / conv.inChannels;
      return filledOutput(backend, kernel, attrs.filterShape, (output) => {
        withWindow(backend, kernel, conv, (geometry) => {
          const scratchBytes = kernels.depthwiseConv2dScratchBytes(geometry, multiplier);
          withScratch(backend, kernel, scratchBytes, (scratch) => {
            kernels.depthwiseConv2dFilterGradient(
              addressOf(backend, x),
              addressOf(backend, dy),
              output,
              conv.batchSize,
              geometry,
              conv.dilationHeight,
              conv.dilationWidth,
              multiplier,
              scratch,
            );
          });
        });
      });
    },
};
