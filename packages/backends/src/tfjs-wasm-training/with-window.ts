import type { backend_util } from '@tensorflow/tfjs-core';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { heapMemory } from './heap-memory.js';
import { withScratch } from './heap.js';

/** A window of a convolution or pooling as `assembly/geometry.ts` reads it. */
function windowWords(info: backend_util.Conv2DInfo): number[] {
  return [
    info.inHeight,
    info.inWidth,
    info.inChannels,
    info.filterHeight,
    info.filterWidth,
    info.strideHeight,
    info.strideWidth,
    info.padInfo.top,
    info.padInfo.left,
    info.outHeight,
    info.outWidth,
  ];
}

/** Writes a window to the wasm heap and lends it to `use`. */
export function withWindow(
  backend: BackendWasm,
  kernel: string,
  info: backend_util.Conv2DInfo,
  use: (geometry: number) => void,
): void {
  const words = windowWords(info);
  withScratch(backend, kernel, words.length * 4, (geometry) => {
    new Int32Array(heapMemory(backend).buffer, geometry, words.length).set(words);
    use(geometry);
  });
}
