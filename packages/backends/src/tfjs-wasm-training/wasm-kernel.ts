import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import type { TfjsKernel } from '../kernels/tfjs-kernel.js';

/** A kernel whose tensors live on the heap of tfjs' wasm backend. */
export type WasmKernel<Inputs, Attrs> = TfjsKernel<Inputs, Attrs, BackendWasm>;
