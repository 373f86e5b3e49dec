import {
  UnsortedSegmentSum,
  type UnsortedSegmentSumAttrs,
  type UnsortedSegmentSumInputs,
} from '@tensorflow/tfjs-core';
import { float32OnHeap, zerosOnHeap } from './heap.js';
import type { WasmKernel } from './wasm-kernel.js';

/**
 * Sums rows by segment, `Y[s] = sum of X[i] over all i with segmentIds[i] = s`: the gradient of
 * gathering rows. Rows whose id lies outside [0, numSegments) are left out.
 */
export const unsortedSegmentSum: WasmKernel<UnsortedSegmentSumInputs, UnsortedSegmentSumAttrs> = {
  name: UnsortedSegmentSum,
  create:
    () =>
    ({ inputs, attrs, backend }) => {
      const { x, segmentIds } = inputs;
      const rowShape = x.shape.slice(segmentIds.shape.length);
      const sums = zerosOnHeap(backend, [attrs.numSegments, ...rowShape]);
      const ids = backend.typedArrayFromHeap(segmentIds);
      const rows = backend.typedArrayFromHeap(x);
      const result = float32OnHeap(backend, sums);
      const rowSize = rowShape.reduce((size, length) => size * length, 1);
      ids.forEach((id, i) => {
        if (id < 0 || id >= attrs.numSegments) return;
        for (let k = 0; k < rowSize; k++) {
          result[id * rowSize + k] = result[id * rowSize + k]! + rows[i * rowSize + k]!;
        }
      });
      return sums;
    },
};
