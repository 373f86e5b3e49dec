import type { KernelBackend, KernelFunc, TensorInfo } from '@tensorflow/tfjs-core';

/**
 * A kernel to add to a tfjs backend, or to put in the place of its own, under the name tfjs knows
 * it by. `Inputs` and `Attrs` are what tfjs-core states for that name.
 */
export interface TfjsKernel<Inputs, Attrs, Backend = KernelBackend> {
  readonly name: string;
  /**
   * Makes the kernel.
   *
   * @param native - what tfjs registered under this name, undefined where it has nothing.
   */
  readonly create: (native: KernelFunc | undefined) => TypedKernel<Inputs, Attrs, Backend>;
}

/** A kernel of one float32 output, which its caller disposes. */
export type TypedKernel<Inputs, Attrs, Backend> = (call: {
  readonly inputs: { readonly [Name in keyof Inputs]: TensorInfo };
  readonly attrs: Attrs;
  readonly backend: Backend;
}) => TensorInfo;

/** The kernel a replacement leans on; it exists once the backend's package is imported. */
export function existing(native: KernelFunc | undefined): TypedKernel<unknown, unknown, unknown> {
  if (native === undefined)
    throw new Error('internal: tfjs lacks a kernel that was to be replaced');
  return native as unknown as TypedKernel<unknown, unknown, unknown>;
}
