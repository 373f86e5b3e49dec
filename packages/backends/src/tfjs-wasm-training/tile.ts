import { Tile, util, type TileAttrs, type TileInputs } from '@tensorflow/tfjs-core';
import { existing } from '../kernels/tfjs-kernel.js';
import { heapMemory } from './heap-memory.js';
import { addressOf, filledOutput } from './heap.js';
import type { WasmKernel } from './wasm-kernel.js';

/**
 * Repeats a float32 tensor along its axes, `Y[i, j, ...] = X[i mod h, j mod w, ...]`, as the gradient
 * of batch normalisation does with the mean and variance of each channel.
 *
 * tfjs reads the tensor out and computes the place of every number in JavaScript.
 */
export const tile: WasmKernel<TileInputs, TileAttrs> = {
  name: Tile,
  create: (native) => (call) => {
    const { inputs, attrs, backend } = call;
    const { x } = inputs;
    const { reps } = attrs;
    if (x.dtype !== 'float32') return existing(native)(call);
    const shape = x.shape.map((length, axis) => length * reps[axis]!);
    return filledOutput(backend, Tile, shape, (output) => {
      const { buffer } = heapMemory(backend);
      const from = new Float32Array(buffer, addressOf(backend, x), util.sizeFromShape(x.shape));
      repeat(from, x.shape, reps, new Float32Array(buffer, output, util.sizeFromShape(shape)));
    });
  },
};

/** Writes `from`, [...shape], `reps[axis]` times along each axis. */
function repeat(
  from: Float32Array,
  shape: readonly number[],
  reps: readonly number[],
  to: Float32Array,
): void {
  // Up to the last axis that repeats, everything beyond it is copied as one piece.
  const last = reps.findLastIndex((times) => times > 1);
  let read = 0;
  let written = 0;
  const writeAxis = (axis: number): void => {
    if (axis > last) {
      const length = util.sizeFromShape(shape.slice(axis));
      to.set(from.subarray(read, read + length), written);
      read += length;
      written += length;
      return;
    }
    const start = written;
    for (let i = 0; i < shape[axis]!; i++) writeAxis(axis + 1);
    const end = start + (written - start) * reps[axis]!;
    // What is there doubles until the rest fits.
    while (written < end) {
      const length = Math.min(written - start, end - written);
      to.copyWithin(written, start, start + length);
      written += length;
    }
  };
  writeAxis(0);
}
