import { env } from '@tensorflow/tfjs-core';
import { defineGpuGlobals } from '../webgpu/gpu.js';
import { registerKernels } from '../kernels/register-kernels.js';
import { avgPoolGrad } from '../tfjs-corrections/avg-pool-grad.js';
import { startTfjsBackend } from './start-tfjs-backend.js';

const wantedFeatures = [
  'bgra8unorm-storage',
  'shader-f16',
  'subgroups',
  'timestamp-query',
] as const satisfies GPUFeatureName[];

/** The limits tfjs raises from WebGPU's defaults to what the adapter has. */
const raisedLimits = [
  'maxBufferSize',
  'maxComputeInvocationsPerWorkgroup',
  'maxComputeWorkgroupSizeX',
  'maxComputeWorkgroupStorageSize',
  'maxComputeWorkgroupsPerDimension',
  'maxStorageBufferBindingSize',
] as const satisfies (keyof GPUSupportedLimits)[];

/** Loads tfjs' webgpu backend, starts it on `adapter` and makes it current. */
export async function startWebgpu(adapter: GPUAdapter): Promise<void> {
  // The backend's package looks for navigator.gpu when it is imported.
  await defineGpuGlobals();
  const { WebGPUBackend } = await import('@tensorflow/tfjs-backend-webgpu');
  env().set('WEBGPU_USE_NAIVE_CONV2D_TRANSPOSE', false);
  registerKernels('webgpu', [avgPoolGrad('webgpu')]);
  await startTfjsBackend('webgpu', async () => {
    const device = await adapter.requestDevice({
      requiredFeatures: wantedFeatures.filter((feature) => adapter.features.has(feature)),
      requiredLimits: Object.fromEntries(raisedLimits.map((name) => [name, adapter.limits[name]])),
    });
    return new WebGPUBackend(device, adapter.info);
  });
}
