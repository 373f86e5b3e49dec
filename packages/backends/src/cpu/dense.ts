import type { KernelActivation } from '../plan/kernel-call.js';
import { activation } from './activation.js';
import { addScaled, dotProduct } from './add-scaled.js';

/** Sizes of a dense layer: [rows, features] times [features, units]. */
export interface DenseSizes {
  readonly rows: number;
  readonly features: number;
  readonly units: number;
}

/**
 * `y = f(x W + b)`: every output adds up all inputs, each times its weight.
 *
 * @param x - [rows, features].
 * @param kernel - W, [features, units].
 * @param bias - b, [units], if the layer has one.
 * @param y - [rows, units], receives the result.
 */
export function dense(
  { rows, features, units }: DenseSizes,
  f: KernelActivation,
  x: Float32Array,
  kernel: Float32Array,
  bias: Float32Array | undefined,
  y: Float32Array,
): void {
  for (let row = 0; row < rows; row++) {
    const to = row * units;
    if (bias === undefined) y.fill(0, to, to + units);
    else y.set(bias, to);
    for (let feature = 0; feature < features; feature++) {
      addScaled(y, to, kernel, feature * units, units, x[row * features + feature]!);
    }
  }
  activation(f, rows * units, y, y);
}

/**
 * Gradients of the weights: `dW = x^T dz`, `db = sum over the rows of dz`, z being the weighted sums.
 *
 * @param x - [rows, features].
 * @param dz - [rows, units].
 * @param kernelGradient - dW, [features, units], receives the result.
 * @param biasGradient - db, [units], if the layer has a bias.
 */
export function denseWeightGradient(
  { rows, features, units }: DenseSizes,
  x: Float32Array,
  dz: Float32Array,
  kernelGradient: Float32Array,
  biasGradient: Float32Array | undefined,
): void {
  kernelGradient.fill(0);
  biasGradient?.fill(0);
  for (let row = 0; row < rows; row++) {
    const from = row * units;
    for (let feature = 0; feature < features; feature++) {
      addScaled(kernelGradient, feature * units, dz, from, units, x[row * features + feature]!);
    }
    if (biasGradient !== undefined) addScaled(biasGradient, 0, dz, from, units, 1);
  }
}

/**
 * Gradient of the input: `dx = dz W^T`.
 *
 * @param kernel - W, [features, units].
 * @param dz - [rows, units].
 * @param dx - [rows, features], receives the result.
 */
export function denseInputGradient(
  { rows, features, units }: DenseSizes,
  kernel: Float32Array,
  dz: Float32Array,
  dx: Float32Array,
): void {
  for (let row = 0; row < rows; row++) {
    for (let feature = 0; feature < features; feature++) {
      dx[row * features + feature] = dotProduct(dz, row * units, kernel, feature * units, units);
    }
  }
}
