import {
  backend_util,
  Conv2DBackpropInput,
  type Conv2DBackpropInputAttrs,
  type Conv2DBackpropInputInputs,
} from '@tensorflow/tfjs-core';
import { existing } from '../kernels/tfjs-kernel.js';
import { addressOf, filledOutput } from './heap.js';
import { requireFloat32 } from './require-float32.js';
import type { WasmKernel } from './wasm-kernel.js';
import { withConvolution } from './with-convolution.js';

const kernel = Conv2DBackpropInput;

/**
 * Gradient of a convolution's input,
 * `dX[n,h,w,c] = sum over i,j,k of dY[n, (h + top - i)/s, (w + left - j)/s, k] F[i,j,c,k]`
 * over whole (h + top - i)/s (Dumoulin and Visin 2018, chapter 4): the product of dY with the filter,
 * transposed, gives the gradient of every window, and each number is added to its pixel; or
 * Winograd's minimal filtering where that takes fewer multiplications.
 *
 * tfjs' own kernel is a scalar loop.
 */
export const conv2dBackpropInput: WasmKernel<Conv2DBackpropInputInputs, Conv2DBackpropInputAttrs> =
  {
    name: kernel,
    create: (native) => (call) => {
      const { inputs, attrs, backend } = call;
      const { dy, filter } = inputs;
      requireFloat32(kernel, { dy, filter });
      if (attrs.dataFormat === 'NCHW') return existing(native)(call);
      const conv = backend_util.computeConv2DInfo(
        attrs.inputShape,
        filter.shape as [number, number, number, number],
        attrs.strides,
        1,
        attrs.pad,
        attrs.dimRoundingMode,
      );
      const { batchSize, outChannels } = conv;
      return filledOutput(backend, kernel, attrs.inputShape, (output) => {
        withConvolution(backend, kernel, conv, ({ inputGradient, geometry, scratch }) => {
          const from = addressOf(backend, filter);
          const gradient = addressOf(backend, dy);
          inputGradient(from, gradient, output, batchSize, geometry, outChannels, scratch, 0, 1);
        });
      });
    },
  };
