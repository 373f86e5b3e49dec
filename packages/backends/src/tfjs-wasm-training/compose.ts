import { getKernel, type TensorInfo } from '@tensorflow/tfjs-core';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';

/** Runs one kernel of the wasm backend; the composition owns what it returns. */
export type RunKernel = (
  name: string,
  inputs: Record<string, TensorInfo>,
  attrs?: object,
) => TensorInfo;

/**
 * Builds a kernel out of kernels the wasm backend has: runs `body`, frees every intermediate, also
 * when a kernel throws, and hands the result to the caller, who disposes it.
 *
 * @param body - returns what one of its `run` calls returned.
 */
export function compose(backend: BackendWasm, body: (run: RunKernel) => TensorInfo): TensorInfo {
  const made: TensorInfo[] = [];
  let result: TensorInfo | undefined;
  try {
    result = body((name, inputs, attrs = {}) => {
      const kernel = getKernel(name, 'wasm');
      const output = kernel.kernelFunc({ inputs, backend, attrs: { ...attrs } }) as TensorInfo;
      made.push(output);
      return output;
    });
    return result;
  } finally {
    for (const info of made) if (info !== result) backend.disposeData(info.dataId);
  }
}
