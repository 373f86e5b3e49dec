import type { backend_util } from '@tensorflow/tfjs-core';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import type { WindowGeometry } from '../plan/window-geometry.js';
import { windowWords } from '../wasm/window-words.js';
import { heapMemory } from './heap-memory.js';
import { withScratch } from './heap.js';

/** The window of a convolution or pooling in the words of the plan. */
export function windowGeometry(info: backend_util.Conv2DInfo): WindowGeometry {
  const { inHeight, inWidth, strideHeight, strideWidth, outHeight, outWidth } = info;
  return {
    inHeight,
    inWidth,
    channels: info.inChannels,
    windowHeight: info.filterHeight,
    windowWidth: info.filterWidth,
    strideHeight,
    strideWidth,
    padTop: info.padInfo.top,
    padLeft: info.padInfo.left,
    outHeight,
    outWidth,
  };
}

/** Writes a window to the wasm heap and lends it to `use`. */
export function withWindow(
  backend: BackendWasm,
  kernel: string,
  info: backend_util.Conv2DInfo,
  use: (geometry: number) => void,
): void {
  const words = windowWords(windowGeometry(info));
  withScratch(backend, kernel, words.length * 4, (geometry) => {
    new Int32Array(heapMemory(backend).buffer, geometry, words.length).set(words);
    use(geometry);
  });
}
