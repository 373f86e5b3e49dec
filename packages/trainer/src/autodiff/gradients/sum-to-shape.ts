import { broadcast_util, reshape, sum, type Tensor } from '@tensorflow/tfjs-core';

/**
 * Undoes broadcasting: a number that was used many times gets the sum of the gradients of its uses.
 *
 * @param gradient - float32, the shape that broadcasting gave.
 * @param shape - the shape before broadcasting.
 * @returns a new tensor of that shape; the caller disposes it.
 */
export function sumToShape(gradient: Tensor, shape: number[]): Tensor {
  const axes = broadcast_util.getReductionAxes(shape, gradient.shape);
  return reshape(axes.length === 0 ? gradient : sum(gradient, axes), shape);
}
