import {
  backend_util,
  Conv2D,
  DepthwiseConv2dNative,
  FusedConv2D,
  FusedDepthwiseConv2D,
  type Conv2DAttrs,
  type Conv2DInputs,
} from '@tensorflow/tfjs-core';
import { existing, type TfjsKernel } from '../kernels/tfjs-kernel.js';
import type { WasmKernel } from './wasm-kernel.js';

/**
 * The convolutions of tfjs' wasm backend with `same` padding written out as numbers of zeros.
 *
 * Asked for `same`, tfjs leaves the padding to XNNPACK, which reads the wrong rows and columns
 * when a stride is larger than the filter; given numbers, it is right.
 */
export const explicitPadding: readonly WasmKernel<Conv2DInputs, Conv2DAttrs>[] = [
  paddedExplicitly(Conv2D, false),
  paddedExplicitly(FusedConv2D, false),
  paddedExplicitly(DepthwiseConv2dNative, true),
  paddedExplicitly(FusedDepthwiseConv2D, true),
];

function paddedExplicitly(
  name: string,
  depthwise: boolean,
): TfjsKernel<Conv2DInputs, Conv2DAttrs, unknown> {
  return {
    name,
    create: (native) => (call) => {
      const { inputs, attrs } = call;
      if (attrs.pad !== 'same') return existing(native)(call);
      const { top, bottom, left, right } = backend_util.computeConv2DInfo(
        inputs.x.shape as [number, number, number, number],
        inputs.filter.shape as [number, number, number, number],
        attrs.strides,
        attrs.dilations,
        attrs.pad,
        attrs.dimRoundingMode,
        depthwise,
      ).padInfo;
      const pad = [
        [0, 0],
        [top, bottom],
        [left, right],
        [0, 0],
      ];
      return existing(native)({ ...call, attrs: { ...attrs, pad } });
    },
  };
}
