import {
  getKernel,
  registerKernel,
  unregisterKernel,
  type KernelConfig,
  type KernelFunc,
} from '@tensorflow/tfjs-core';
import type { TfjsKernel } from './tfjs-kernel.js';

const registered = new WeakSet<KernelConfig>();

/**
 * Registers kernels into a tfjs backend whose package is imported, before or after it starts.
 * Those that are registered already stay as they are.
 */
export function registerKernels(
  backendName: string,
  kernels: readonly TfjsKernel<never, never, never>[],
): void {
  for (const { name, create } of kernels) {
    const native = getKernel(name, backendName) as KernelConfig | undefined;
    if (native !== undefined && registered.has(native)) continue;
    // tfjs warns on the console about a kernel that is registered twice.
    if (native !== undefined) unregisterKernel(name, backendName);
    const config: KernelConfig = {
      ...native,
      kernelName: name,
      backendName,
      kernelFunc: create(native?.kernelFunc) as unknown as KernelFunc,
    };
    registerKernel(config);
    registered.add(config);
  }
}
