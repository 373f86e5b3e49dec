/**
 * @file What tfjs needs to differentiate a forward pass.
 *
 * Node loads tfjs-core's CommonJS build, which registers no gradients, and the files that hold them
 * cannot be imported unbundled. So the gradients of the operations that a model uses live here, one
 * a file, through tfjs' public `registerGradient`. They are registered when an engine is made, not
 * on import, and never in place of one that is already there.
 */
import { getGradient, registerGradient, type GradConfig } from '@tensorflow/tfjs-core';
import { addGradient } from './gradients/add.js';
import { avgPoolGradient } from './gradients/avg-pool.js';
import { batchMatMulGradient } from './gradients/batch-mat-mul.js';
import { castGradient } from './gradients/cast.js';
import { conv2dGradient } from './gradients/conv2d.js';
import { maxPoolGradient } from './gradients/max-pool.js';
import { multiplyGradient } from './gradients/multiply.js';
import { reluGradient } from './gradients/relu.js';
import { reshapeGradient } from './gradients/reshape.js';
import { sigmoidGradient } from './gradients/sigmoid.js';
import { tanhGradient } from './gradients/tanh.js';

const gradients: readonly GradConfig[] = [
  addGradient,
  avgPoolGradient,
  batchMatMulGradient,
  castGradient,
  conv2dGradient,
  maxPoolGradient,
  multiplyGradient,
  reluGradient,
  reshapeGradient,
  sigmoidGradient,
  tanhGradient,
];

/** Registers the gradients that tfjs lacks in this process; calling it again changes nothing. */
export function registerGradients(): void {
  for (const gradient of gradients) {
    const registered = getGradient(gradient.kernelName) as GradConfig | undefined;
    if (registered === undefined) registerGradient(gradient);
  }
}
