import { registerKernels } from '../kernels/register-kernels.js';
// The wasm backend registers its kernels on import; ours must come after them.
import '@tensorflow/tfjs-backend-wasm';
import { avgPoolGrad } from './avg-pool-grad.js';
import { batchMatMul } from './batch-mat-mul.js';
import { conv2dBackpropFilter } from './conv2d-backprop-filter.js';
import { conv2dBackpropInput } from './conv2d-backprop-input.js';
import { depthwiseConv2dBackpropFilter } from './depthwise-conv2d-backprop-filter.js';
import { depthwiseConv2dBackpropInput } from './depthwise-conv2d-backprop-input.js';
import { explicitPadding } from './explicit-padding.js';
import { maxPoolGrad } from './max-pool-grad.js';
import { tile } from './tile.js';
import { unsortedSegmentSum } from './unsorted-segment-sum.js';

/**
 * Registers the training kernels into tfjs' wasm backend, before or after the backend starts.
 * Calling it again changes nothing.
 */
export function registerWasmTrainingKernels(): void {
  registerKernels('wasm', [
    avgPoolGrad,
    batchMatMul,
    conv2dBackpropFilter,
    conv2dBackpropInput,
    depthwiseConv2dBackpropFilter,
    depthwiseConv2dBackpropInput,
    ...explicitPadding,
    maxPoolGrad,
    tile,
    unsortedSegmentSum,
  ]);
}
