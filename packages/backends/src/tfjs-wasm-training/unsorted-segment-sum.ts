import {
  UnsortedSegmentSum,
  util,
  type UnsortedSegmentSumAttrs,
  type UnsortedSegmentSumInputs,
} from '@tensorflow/tfjs-core';
import { heapKernels } from './heap-kernels.js';
import { addressOf, filledOutput } from './heap.js';
import { requireFloat32 } from './require-float32.js';
import type { WasmKernel } from './wasm-kernel.js';

const kernel = UnsortedSegmentSum;

/**
 * Sums rows by segment, `Y[s] = sum of X[i] over all i with segmentIds[i] = s`: the gradient of
 * gathering rows.
 *
 * TensorFlow leaves rows with a negative id out. Of an id that is not below `numSegments` it says
 * "an error on CPU, unspecified on GPU"; here as on tfjs' other backends the row is left out.
 */
export const unsortedSegmentSum: WasmKernel<UnsortedSegmentSumInputs, UnsortedSegmentSumAttrs> = {
  name: kernel,
  create:
    () =>
    ({ inputs, attrs, backend }) => {
      const { x, segmentIds } = inputs;
      requireFloat32(kernel, { x });
      if (segmentIds.dtype !== 'int32') {
        throw new Error(
          `${kernel}: expects segmentIds as int32, got ${segmentIds.dtype}; cast them to int32`,
        );
      }
      const rowShape = x.shape.slice(segmentIds.shape.length);
      const kernels = heapKernels(backend);
      return filledOutput(backend, kernel, [attrs.numSegments, ...rowShape], (output) => {
        kernels.segmentSum(
          addressOf(backend, x),
          addressOf(backend, segmentIds),
          output,
          util.sizeFromShape(segmentIds.shape),
          util.sizeFromShape(rowShape),
          attrs.numSegments,
        );
      });
    },
};
