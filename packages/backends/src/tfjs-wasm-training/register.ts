import {
  getKernel,
  registerKernel,
  unregisterKernel,
  type KernelConfig,
  type KernelFunc,
} from '@tensorflow/tfjs-core';
// The wasm backend registers its kernels on import; ours must come after them.
import '@tensorflow/tfjs-backend-wasm';
import { avgPoolGrad } from './avg-pool-grad.js';
import { batchMatMul } from './batch-mat-mul.js';
import { conv2dBackpropFilter } from './conv2d-backprop-filter.js';
import { conv2dBackpropInput } from './conv2d-backprop-input.js';
import { depthwiseConv2dBackpropFilter } from './depthwise-conv2d-backprop-filter.js';
import { depthwiseConv2dBackpropInput } from './depthwise-conv2d-backprop-input.js';
import { maxPoolGrad } from './max-pool-grad.js';
import type { TrainingKernel } from './training-kernel.js';
import { unsortedSegmentSum } from './unsorted-segment-sum.js';

const trainingKernels: readonly TrainingKernel<never, never>[] = [
  avgPoolGrad,
  batchMatMul,
  conv2dBackpropFilter,
  conv2dBackpropInput,
  depthwiseConv2dBackpropFilter,
  depthwiseConv2dBackpropInput,
  maxPoolGrad,
  unsortedSegmentSum,
];

const registered = new WeakSet<KernelConfig>();

/**
 * Registers the training kernels into tfjs' wasm backend, before or after the backend starts.
 * Calling it again changes nothing.
 */
export function registerWasmTrainingKernels(): void {
  for (const kernel of trainingKernels) {
    const native = getKernel(kernel.name, 'wasm') as KernelConfig | undefined;
    if (native !== undefined && registered.has(native)) continue;
    // tfjs warns on the console about a kernel that is registered twice.
    if (native !== undefined) unregisterKernel(kernel.name, 'wasm');
    const config: KernelConfig = {
      ...native,
      kernelName: kernel.name,
      backendName: 'wasm',
      kernelFunc: kernel.create(native?.kernelFunc) as unknown as KernelFunc,
    };
    registerKernel(config);
    registered.add(config);
  }
}
