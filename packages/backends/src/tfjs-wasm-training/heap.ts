import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';

/**
 * The numbers of a float32 tensor where they lie on the wasm heap, without a copy.
 * The next allocation may move the heap and detach the view: allocate first, then look.
 */
export function float32OnHeap(backend: BackendWasm, info: TensorInfo): Float32Array {
  return backend.typedArrayFromHeap(info) as Float32Array;
}

/** A new float32 tensor of zeros on the wasm heap; the caller disposes it. */
export function zerosOnHeap(backend: BackendWasm, shape: number[]): TensorInfo {
  const info = backend.makeOutput(shape, 'float32');
  float32OnHeap(backend, info).fill(0);
  return info;
}
