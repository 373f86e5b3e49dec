import {
  BatchMatMul,
  broadcast_util,
  util,
  type BatchMatMulAttrs,
  type BatchMatMulInputs,
} from '@tensorflow/tfjs-core';
import { broadcastOffsets } from './broadcast-offsets.js';
import { heapKernels } from './heap-kernels.js';
import { heapMemory } from './heap-memory.js';
import { addressOf, filledOutput, withScratch } from './heap.js';
import { requireFloat32 } from './require-float32.js';
import type { WasmKernel } from './wasm-kernel.js';

const kernel = BatchMatMul;

/**
 * Matrix products `op(A) op(B)` whose operands may be transposed, as the gradients of a dense layer
 * need: `dX = dY W^T`, `dW = X^T dY`. All but the last two dimensions are broadcast.
 *
 * tfjs multiplies transposed operands in a scalar loop, and repeats neither of two operands that
 * both want it, [2, 1] and [1, 3].
 */
export const batchMatMul: WasmKernel<BatchMatMulInputs, BatchMatMulAttrs> = {
  name: kernel,
  create:
    () =>
    ({ inputs, attrs, backend }) => {
      const { a, b } = inputs;
      const { transposeA, transposeB } = attrs;
      requireFloat32(kernel, { a, b });
      const [rows, depth] = matrixShape(a.shape, transposeA);
      const [innerB, columns] = matrixShape(b.shape, transposeB);
      if (depth !== innerB) {
        throw new Error(
          `${kernel}: expects as many columns of a as rows of b, got ${depth} of a ` +
            `[${a.shape.join()}] and ${innerB} of b [${b.shape.join()}] ` +
            `(transposeA ${transposeA}, transposeB ${transposeB})`,
        );
      }
      const batchA = a.shape.slice(0, -2);
      const batchB = b.shape.slice(0, -2);
      const batch = broadcast_util.assertAndGetBroadcastShape(batchA, batchB);
      const kernels = heapKernels(backend);
      return filledOutput(backend, kernel, [...batch, rows, columns], (output) => {
        const product = rows * columns * 4;
        if (depth === 0) {
          const size = util.sizeFromShape(batch) * product;
          new Uint8Array(heapMemory(backend).buffer, output, size).fill(0);
          return;
        }
        const scratchBytes = kernels.matrixProductScratchBytes(rows, depth, columns);
        withScratch(backend, kernel, scratchBytes, (scratch) => {
          const fromA = addressOf(backend, a);
          const fromB = addressOf(backend, b);
          const offsetsB = broadcastOffsets(batchB, batch);
          broadcastOffsets(batchA, batch).forEach((offsetA, i) => {
            kernels.matrixProduct(
              fromA + offsetA * rows * depth * 4,
              fromB + offsetsB[i]! * depth * columns * 4,
              output + i * product,
              rows,
              depth,
              columns,
              transposeA,
              transposeB,
              scratch,
            );
          });
        });
      });
    },
};

/** The last two lengths of `op(M)`. */
function matrixShape(shape: readonly number[], transpose: boolean): [number, number] {
  const [first, second] = [shape.at(-2)!, shape.at(-1)!];
  return transpose ? [second, first] : [first, second];
}
