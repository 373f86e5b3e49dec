import { windowSpan, type WindowGeometry } from '../plan/window-geometry.js';
import { addScaled } from './add-scaled.js';
import { eachWindowPixel } from './each-window.js';

/**
 * The mean of each window, channel by channel; padding takes no part, so a window at the edge is
 * divided by the pixels that it covers.
 *
 * @param x - [rows, inHeight, inWidth, channels].
 * @param y - [rows, outHeight, outWidth, channels], receives the result.
 */
export function averagePooling2d(
  geometry: WindowGeometry,
  rows: number,
  x: Float32Array,
  y: Float32Array,
): void {
  const { channels, outHeight, outWidth } = geometry;
  y.fill(0, 0, rows * outHeight * outWidth * channels);
  const shares = windowShares(geometry);
  eachWindowPixel(geometry, rows, channels, ({ output, input }) => {
    addScaled(y, output, x, input, channels, shares[(output / channels) % shares.length]!);
  });
}

/**
 * Gradient of the input: every pixel of a window gets an equal share of the window's gradient.
 *
 * @param dy - [rows, outHeight, outWidth, channels].
 * @param dx - [rows, inHeight, inWidth, channels], receives the result.
 */
export function averagePooling2dGradient(
  geometry: WindowGeometry,
  rows: number,
  dy: Float32Array,
  dx: Float32Array,
): void {
  const { channels, inHeight, inWidth } = geometry;
  dx.fill(0, 0, rows * inHeight * inWidth * channels);
  const shares = windowShares(geometry);
  eachWindowPixel(geometry, rows, channels, ({ output, input }) => {
    addScaled(dx, input, dy, output, channels, shares[(output / channels) % shares.length]!);
  });
}

/** One over the pixels inside the image, for each window of one image. */
function windowShares(geometry: WindowGeometry): Float64Array {
  const { outHeight, outWidth } = geometry;
  return Float64Array.from({ length: outHeight * outWidth }, (_, index) => {
    const span = windowSpan(geometry, Math.floor(index / outWidth), index % outWidth);
    return 1 / ((span.bottom - span.top) * (span.right - span.left));
  });
}
