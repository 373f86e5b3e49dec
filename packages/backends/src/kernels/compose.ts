import { getKernel, type KernelBackend, type TensorInfo } from '@tensorflow/tfjs-core';

/** Runs one kernel of the backend; the composition owns what it returns. */
export type RunKernel = (
  name: string,
  inputs: Record<string, TensorInfo>,
  attrs?: object,
) => TensorInfo;

/**
 * Builds a kernel out of kernels the backend has: runs `body`, frees every intermediate, also when
 * a kernel throws, and hands the result to the caller, who disposes it.
 *
 * @param body - its result is kept; everything else that `run` returned is freed.
 */
export function compose(
  backendName: string,
  backend: KernelBackend,
  body: (run: RunKernel) => TensorInfo,
): TensorInfo {
  const made: TensorInfo[] = [];
  let result: TensorInfo | undefined;
  try {
    result = body((name, inputs, attrs = {}) => {
      const { kernelFunc } = getKernel(name, backendName);
      const output = kernelFunc({ inputs, backend, attrs: { ...attrs } }) as TensorInfo;
      made.push(output);
      return output;
    });
    return result;
  } finally {
    for (const info of made) if (info !== result) backend.disposeData(info.dataId);
  }
}
