import type { Tensor } from '@tensorflow/tfjs-core';

/** Copies float32 tensors off the device, all at once; the tensors stay. */
export async function readTensors(
  tensors: Readonly<Record<string, Tensor>>,
): Promise<Record<string, Float32Array>> {
  const entries = Object.entries(tensors).map(async ([name, tensor]) => {
    // A copy: the cpu backend hands out the memory that it computes with.
    return [name, Float32Array.from(await tensor.data<'float32'>())] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}
