import {
  backend_util,
  DepthwiseConv2dNativeBackpropInput,
  type DepthwiseConv2dNativeBackpropInputAttrs,
  type DepthwiseConv2dNativeBackpropInputInputs,
} from '@tensorflow/tfjs-core';
import { heapKernels } from './heap-kernels.js';
import { addressOf, filledOutput, withScratch } from './heap.js';
import { requireFloat32 } from './require-float32.js';
import type { WasmKernel } from './wasm-kernel.js';
import { withWindow } from './with-window.js';

const kernel = DepthwiseConv2dNativeBackpropInput;

/**
 * Gradient of a depthwise convolution's input, m outputs for each of c channels and taps d apart:
 * `dX[n, y s + i d - top, x s + j d - left, c] = sum over y,x,i,j,q of dY[n,y,x, c m + q] F[i,j,c,q]`.
 */
export const depthwiseConv2dBackpropInput: WasmKernel<
  DepthwiseConv2dNativeBackpropInputInputs,
  DepthwiseConv2dNativeBackpropInputAttrs
> = {
  name: kernel,
  create:
    () =>
    ({ inputs, attrs, backend }) => {
      const { dy, filter } = inputs;
      requireFloat32(kernel, { dy, filter });
      const conv = backend_util.computeConv2DInfo(
        attrs.inputShape,
        filter.shape as [number, number, number, number],
        attrs.strides,
        attrs.dilations,
        attrs.pad,
        attrs.dimRoundingMode,
        true,
      );
      const kernels = heapKernels(backend);
      const multiplier = conv.outChannels / conv.inChannels;
      return filledOutput(backend, kernel, attrs.inputShape, (output) => {
        withWindow(backend, kernel, conv, (geometry) => {
          const scratchBytes = kernels.depthwiseConv2dScratchBytes(geometry, multiplier);
          withScratch(backend, kernel, scratchBytes, (scratch) => {
            kernels.depthwiseConv2dInputGradient(
              addressOf(backend, filter),
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
