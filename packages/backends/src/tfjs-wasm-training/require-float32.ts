import type { TensorInfo } from '@tensorflow/tfjs-core';

/** @throws where an input of a kernel holds anything but float32. */
export function requireFloat32(kernel: string, inputs: Readonly<Record<string, TensorInfo>>): void {
  for (const [name, { dtype }] of Object.entries(inputs)) {
    if (dtype !== 'float32') {
      throw new Error(`${kernel}: expects ${name} as float32, got ${dtype}; cast it to float32`);
    }
  }
}
