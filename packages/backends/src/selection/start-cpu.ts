import { backend } from '@tensorflow/tfjs-core';
import { registerKernels } from '../kernels/register-kernels.js';
import { avgPoolGrad } from '../tfjs-corrections/avg-pool-grad.js';
import { startTfjsBackend } from './start-tfjs-backend.js';

/** Loads tfjs' cpu backend and makes it current. */
export async function startCpu(): Promise<void> {
  await import('@tensorflow/tfjs-backend-cpu');
  registerKernels('cpu', [avgPoolGrad('cpu')]);
  await startTfjsBackend('cpu');
  // In Node its first tensor would print an advertisement for another package.
  (backend() as { firstUse?: boolean }).firstUse = false;
}
