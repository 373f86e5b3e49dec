import {
  backend_util,
  DepthwiseConv2dNativeBackpropFilter,
  type DepthwiseConv2dNativeBackpropFilterAttrs,
  type DepthwiseConv2dNativeBackpropFilterInputs,
} from '@tensorflow/tfjs-core';
import { forEachDepthwiseTap } from './depthwise-conv2d-taps.js';
import { float32OnHeap, zerosOnHeap } from './heap.js';
import type { WasmKernel } from './wasm-kernel.js';

/**
 * Gradient of a depthwise convolution's filter, m outputs for each of c channels:
 * `dF[i,j,c,q] = sum over n,y,x of X[n, y s + i - top, x s + j - left, c] dY[n,y,x, c m + q]`.
 */
export const depthwiseConv2dBackpropFilter: WasmKernel<
  DepthwiseConv2dNativeBackpropFilterInputs,
  DepthwiseConv2dNativeBackpropFilterAttrs
> = {
  name: DepthwiseConv2dNativeBackpropFilter,
  create:
    () =>
    ({ inputs, attrs, backend }) => {
      const conv = backend_util.computeConv2DInfo(
        inputs.x.shape as [number, number, number, number],
        attrs.filterShape,
        attrs.strides,
        attrs.dilations,
        attrs.pad,
        attrs.dimRoundingMode,
        true,
      );
      const dFilter = zerosOnHeap(backend, attrs.filterShape);
      const x = float32OnHeap(backend, inputs.x);
      const dy = float32OnHeap(backend, inputs.dy);
      const result = float32OnHeap(backend, dFilter);
      const { inChannels, outChannels } = conv;
      const multiplier = outChannels / inChannels;
      forEachDepthwiseTap(conv, (output, input, filter) => {
        let k = 0;
        for (let c = 0; c < inChannels; c++) {
          const value = x[input + c]!;
          for (let q = 0; q < multiplier; q++, k++) {
            result[filter + k] = result[filter + k]! + value * dy[output + k]!;
          }
        }
      });
      return dFilter;
    },
};
