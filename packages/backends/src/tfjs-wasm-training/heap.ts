import { util, type TensorInfo } from '@tensorflow/tfjs-core';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';

/** Where a tensor's numbers lie on the wasm heap. */
export function addressOf(backend: BackendWasm, info: TensorInfo): number {
  return backend.dataIdMap.get(info.dataId).memoryOffset;
}

/**
 * Makes a float32 tensor on the wasm heap, which the caller disposes, and lets `fill` write all of
 * it; where `fill` throws, the tensor is freed.
 *
 * @param kernel - whose result it is, for the error when the heap is full.
 */
export function filledOutput(
  backend: BackendWasm,
  kernel: string,
  shape: number[],
  fill: (address: number) => void,
): TensorInfo {
  const output = backend.makeOutput(shape, 'float32');
  try {
    const address = addressOf(backend, output);
    const sizeBytes = util.sizeFromShape(shape) * 4;
    if (sizeBytes > 0) fill(allocated(kernel, sizeBytes, address));
    return output;
  } catch (error) {
    backend.disposeData(output.dataId);
    throw error;
  }
}

interface Allocator {
  _malloc(sizeBytes: number): number;
  _free(address: number): void;
}

/**
 * Lends memory of tfjs' allocator to `use` and takes it back, also when `use` throws. It is not
 * cleared. Asking for it may move what JavaScript sees of the heap: make views afterwards.
 */
export function withScratch(
  backend: BackendWasm,
  kernel: string,
  sizeBytes: number,
  use: (address: number) => void,
): void {
  const { wasm } = backend as unknown as { wasm: Allocator };
  const address = allocated(kernel, sizeBytes, wasm._malloc(sizeBytes) >>> 0);
  try {
    use(address);
  } finally {
    wasm._free(address);
  }
}

/** tfjs' allocator answers 0 when the heap cannot grow. */
function allocated(kernel: string, sizeBytes: number, address: number): number {
  if (address === 0) {
    throw new Error(
      `${kernel}: expected ${sizeBytes} bytes of the wasm heap, got none since it is full; ` +
        'dispose tensors or take smaller batches',
    );
  }
  return address;
}
