import {
  backend_util,
  Conv2DBackpropFilter,
  type Conv2DBackpropFilterAttrs,
  type Conv2DBackpropFilterInputs,
} from '@tensorflow/tfjs-core';
import { compose } from '../kernels/compose.js';
import type { WasmKernel } from './wasm-kernel.js';

/**
 * Gradient of a convolution's filter,
 * `dF[i,j,c,k] = sum over n,y,x of X[n, y s + i - top, x s + j - left, c] dY[n,y,x,k]`
 * (Goodfellow et al. 2016, equation 9.11).
 *
 * That sum is itself a convolution: the channels of X take the place of the images and the images
 * the place of the channels, dY is the filter, dilated by the stride s. So tfjs' own Conv2D
 * computes it, between two transposes.
 */
export const conv2dBackpropFilter: WasmKernel<
  Conv2DBackpropFilterInputs,
  Conv2DBackpropFilterAttrs
> = {
  name: Conv2DBackpropFilter,
  create:
    () =>
    ({ inputs, attrs, backend }) => {
      const { x, dy } = inputs;
      if (attrs.dataFormat === 'NCHW') {
        throw new Error(
          `${Conv2DBackpropFilter}: expects dataFormat NHWC on the wasm backend, got NCHW; transpose x and dy`,
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
      const { top, bottom, left, right } = conv.padInfo;
      const [height, width, inChannels, outChannels] = attrs.filterShape;
      return compose('wasm', backend, (run) => {
        const gradient = run(
          'Conv2D',
          {
            x: run('Transpose', { x }, { perm: [3, 1, 2, 0] }),
            filter: run('Transpose', { x: dy }, { perm: [1, 2, 0, 3] }),
          },
          {
            strides: 1,
            dilations: [conv.strideHeight, conv.strideWidth],
            pad: [
              [0, 0],
              [top, bottom],
              [left, right],
              [0, 0],
            ],
            dataFormat: 'NHWC',
          },
        );
        // Rows and columns of X that no stride reaches give positions beyond the filter's edge.
        const cropped = run(
          'Slice',
          { x: gradient },
          {
            begin: [0, 0, 0, 0],
            size: [inChannels, height, width, outChannels],
          },
        );
        return run('Transpose', { x: cropped }, { perm: [1, 2, 0, 3] });
      });
    },
};
