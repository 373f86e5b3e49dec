import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { moduleBytes } from '../wasm/module-bytes.js';
import { heapMemory } from './heap-memory.js';
import { sharedMemoryModule, singleThreadModule } from './kernel-modules.js';

/** Thread `thread` of `threads` does its share. */
export type ConvolutionFilterGradient = (
  x: number,
  dy: number,
  filterGradient: number,
  biasGradient: number,
  images: number,
  geometry: number,
  filters: number,
  scratch: number,
  thread: number,
  threads: number,
) => void;

export type ConvolutionInputGradient = (
  filter: number,
  dy: number,
  dx: number,
  images: number,
  geometry: number,
  filters: number,
  scratch: number,
  thread: number,
  threads: number,
) => void;

/**
 * The compiled kernels; see `assembly/tfjs`. All but counts, lengths and flags are addresses on
 * tfjs' heap. `geometry` is where a window's words lie.
 */
export interface HeapKernels {
  conv2dFilterGradientScratchBytes(geometry: number): number;
  conv2dInputGradientScratchBytes(geometry: number, filters: number): number;
  conv2dFilterGradient: ConvolutionFilterGradient;
  conv2dInputGradient: ConvolutionInputGradient;
  winogradScratchBytes(geometry: number, filters: number): number;
  conv2dFilterGradientWinograd: ConvolutionFilterGradient;
  conv2dInputGradientWinograd: ConvolutionInputGradient;
  depthwiseConv2dScratchBytes(geometry: number, multiplier: number): number;
  depthwiseConv2dFilterGradient(
    x: number,
    dy: number,
    filterGradient: number,
    images: number,
    geometry: number,
    dilationHeight: number,
    dilationWidth: number,
    multiplier: number,
    scratch: number,
  ): void;
  depthwiseConv2dInputGradient(
    filter: number,
    dy: number,
    dx: number,
    images: number,
    geometry: number,
    dilationHeight: number,
    dilationWidth: number,
    multiplier: number,
    scratch: number,
  ): void;
  pooling2d(
    pass: number,
    x: number,
    dy: number,
    dx: number,
    images: number,
    geometry: number,
    thread: number,
    threads: number,
  ): void;
  matrixProductScratchBytes(rows: number, depth: number, columns: number): number;
  matrixProduct(
    a: number,
    b: number,
    c: number,
    rows: number,
    depth: number,
    columns: number,
    transposeA: boolean,
    transposeB: boolean,
    scratch: number,
  ): void;
  segmentSum(
    x: number,
    ids: number,
    sums: number,
    rows: number,
    length: number,
    segments: number,
  ): void;
}

const instances = new WeakMap<WebAssembly.Memory, HeapKernels>();

/**
 * The kernels on the memory of a started backend: an instance of its own for each memory. Compiled
 * at the first call and there and then, since tfjs' kernels cannot wait (a hundredth of a second).
 */
export function heapKernels(backend: BackendWasm): HeapKernels {
  const memory = heapMemory(backend);
  let kernels = instances.get(memory);
  if (kernels === undefined) {
    const shared =
      typeof SharedArrayBuffer !== 'undefined' && memory.buffer instanceof SharedArrayBuffer;
    const module = new WebAssembly.Module(
      moduleBytes(shared ? sharedMemoryModule : singleThreadModule),
    );
    const instance = new WebAssembly.Instance(module, { env: { memory } });
    kernels = instance.exports as unknown as HeapKernels;
    instances.set(memory, kernels);
  }
  return kernels;
}
