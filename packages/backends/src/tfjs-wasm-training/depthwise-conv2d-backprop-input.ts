import {
  backend_util,
  DepthwiseConv2dNativeBackpropInput,
  type DepthwiseConv2dNativeBackpropInputAttrs,
  type DepthwiseConv2dNativeBackpropInputInputs,
} from '@tensorflow/tfjs-core';
import { forEachDepthwiseTap } from './depthwise-conv2d-taps.js';
import { float32OnHeap, zerosOnHeap } from './heap.js';
import type { WasmKernel } from './wasm-kernel.js';

/**
 * Gradient of a depthwise convolution's input, m outputs for each of c channels:
 * `dX[n, y s + i - top, x s + j - left, c] = sum over y,x,i,j,q of dY[n,y,x, c m + q] F[i,j,c,q]`.
 */
export const depthwiseConv2dBackpropInput: WasmKernel<
  DepthwiseConv2dNativeBackpropInputInputs,
  DepthwiseConv2dNativeBackpropInputAttrs
> = {
  name: DepthwiseConv2dNativeBackpropInput,
  create:
    () =>
    ({ inputs, attrs, backend }) => {
      const conv = backend_util.computeConv2DInfo(
        attrs.inputShape,
        inputs.filter.shape as [number, number, number, number],
        attrs.strides,
        attrs.dilations,
        attrs.pad,
        attrs.dimRoundingMode,
        true,
      );
      const dx = zerosOnHeap(backend, attrs.inputShape);
      const dy = float32OnHeap(backend, inputs.dy);
      const weights = float32OnHeap(backend, inputs.filter);
      const result = float32OnHeap(backend, dx);
      const { inChannels, outChannels } = conv;
      const multiplier = outChannels / inChannels;
      forEachDepthwiseTap(conv, (output, input, filter) => {
        let k = 0;
        for (let c = 0; c < inChannels; c++) {
          let sum = 0;
          for (let q = 0; q < multiplier; q++, k++) sum += dy[output + k]! * weights[filter + k]!;
          result[input + c] = result[input + c]! + sum;
        }
      });
      return dx;
    },
};
