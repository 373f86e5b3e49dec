import type { KernelFunc, TensorInfo } from '@tensorflow/tfjs-core';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';

/**
 * A kernel that training needs on tfjs' wasm backend, under the name tfjs knows it by.
 * `Inputs` and `Attrs` are what tfjs-core states for that name.
 */
export interface TrainingKernel<Inputs, Attrs> {
  readonly name: string;
  /**
   * Makes the kernel.
   *
   * @param native - what tfjs registered under this name, undefined where it has nothing.
   */
  create(native: KernelFunc | undefined): WasmKernel<Inputs, Attrs>;
}

/** A kernel of one float32 output whose tensors live on the heap of tfjs' wasm backend. */
export type WasmKernel<Inputs, Attrs> = (call: {
  readonly inputs: { readonly [Name in keyof Inputs]: TensorInfo };
  readonly attrs: Attrs;
  readonly backend: BackendWasm;
}) => TensorInfo;
