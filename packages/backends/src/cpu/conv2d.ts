import type { KernelActivation } from '../plan/kernel-call.js';
import type { WindowGeometry } from '../plan/window-geometry.js';
import { activation } from './activation.js';
import { addScaled, dotProduct } from './add-scaled.js';
import { eachWindowPixel } from './each-window.js';

/** Sizes of a convolution of a batch. */
export interface Conv2dSizes {
  readonly rows: number;
  readonly geometry: WindowGeometry;
  readonly filters: number;
}

/**
 * `y = f(x * F + b)`: the filter slides over the image and at every place adds up what it covers,
 * each number times its weight; it is not flipped (cross-correlation; Goodfellow et al. 2016,
 * equation 9.6).
 *
 * @param x - [rows, inHeight, inWidth, channels].
 * @param filter - F, [windowHeight, windowWidth, channels, filters].
 * @param bias - b, [filters], if the layer has one.
 * @param y - [rows, outHeight, outWidth, filters], receives the result.
 */
export function conv2d(
  { rows, geometry, filters }: Conv2dSizes,
  f: KernelActivation,
  x: Float32Array,
  filter: Float32Array,
  bias: Float32Array | undefined,
  y: Float32Array,
): void {
  const { channels } = geometry;
  const length = rows * geometry.outHeight * geometry.outWidth * filters;
  for (let start = 0; start < length; start += filters) {
    if (bias === undefined) y.fill(0, start, start + filters);
    else y.set(bias, start);
  }
  eachWindowPixel(geometry, rows, filters, ({ output, input, place }) => {
    for (let channel = 0; channel < channels; channel++) {
      const weights = (place * channels + channel) * filters;
      addScaled(y, output, filter, weights, filters, x[input + channel]!);
    }
  });
  activation(f, length, y, y);
}

/**
 * Gradients of the weights, z being the weighted sums: each weight collects, over every place that
 * the filter took, its input times the gradient of that place; `db` is the sum of dz over all places.
 *
 * @param x - [rows, inHeight, inWidth, channels].
 * @param dz - [rows, outHeight, outWidth, filters].
 * @param filterGradient - dF, [windowHeight, windowWidth, channels, filters], receives the result.
 * @param biasGradient - db, [filters], if the layer has a bias.
 */
export function conv2dFilterGradient(
  { rows, geometry, filters }: Conv2dSizes,
  x: Float32Array,
  dz: Float32Array,
  filterGradient: Float32Array,
  biasGradient: Float32Array | undefined,
): void {
  const { channels } = geometry;
  filterGradient.fill(0);
  eachWindowPixel(geometry, rows, filters, ({ output, input, place }) => {
    for (let channel = 0; channel < channels; channel++) {
      const weights = (place * channels + channel) * filters;
      addScaled(filterGradient, weights, dz, output, filters, x[input + channel]!);
    }
  });
  if (biasGradient === undefined) return;
  biasGradient.fill(0);
  const length = rows * geometry.outHeight * geometry.outWidth * filters;
  for (let from = 0; from < length; from += filters) {
    addScaled(biasGradient, 0, dz, from, filters, 1);
  }
}

/**
 * Gradient of the input: each pixel collects, from every place whose window covered it, the
 * gradient of that place times the weight that it had there.
 *
 * @param filter - F, [windowHeight, windowWidth, channels, filters].
 * @param dz - [rows, outHeight, outWidth, filters].
 * @param dx - [rows, inHeight, inWidth, channels], receives the result.
 */
export function conv2dInputGradient(
  { rows, geometry, filters }: Conv2dSizes,
  filter: Float32Array,
  dz: Float32Array,
  dx: Float32Array,
): void {
  const { channels, inHeight, inWidth } = geometry;
  dx.fill(0, 0, rows * inHeight * inWidth * channels);
  eachWindowPixel(geometry, rows, filters, ({ output, input, place }) => {
    for (let channel = 0; channel < channels; channel++) {
      const weights = (place * channels + channel) * filters;
      dx[input + channel]! += dotProduct(dz, output, filter, weights, filters);
    }
  });
}
