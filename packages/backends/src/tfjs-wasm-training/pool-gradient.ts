import type { backend_util, TensorInfo } from '@tensorflow/tfjs-core';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { heapKernels } from './heap-kernels.js';
import { addressOf, filledOutput } from './heap.js';
import { withWindow } from './with-window.js';

/** Passes of `assembly/pooling2d.ts`. */
export const maxPoolGradientPass = 2;
export const averagePoolGradientPass = 3;

/** The gradient of what was pooled, like `input`; the caller disposes it. */
export function poolGradient(
  backend: BackendWasm,
  kernel: string,
  pass: number,
  pool: backend_util.Conv2DInfo,
  input: TensorInfo,
  dy: TensorInfo,
): TensorInfo {
  const kernels = heapKernels(backend);
  return filledOutput(backend, kernel, input.shape, (output) => {
    withWindow(backend, kernel, pool, (geometry) => {
      const from = addressOf(backend, input);
      const gradient = addressOf(backend, dy);
      kernels.pooling2d(pass, from, gradient, output, pool.batchSize, geometry, 0, 1);
    });
  });
}
