import { windowSpan, type WindowGeometry } from '../plan/window-geometry.js';

/**
 * The largest number of each window, channel by channel; padding takes no part.
 *
 * @param x - [rows, inHeight, inWidth, channels].
 * @param y - [rows, outHeight, outWidth, channels], receives the result.
 */
export function maxPooling2d(
  geometry: WindowGeometry,
  rows: number,
  x: Float32Array,
  y: Float32Array,
): void {
  eachLargest(geometry, rows, x, (largest, output) => {
    y[output] = x[largest]!;
  });
}

/**
 * Gradient of the input: the gradient of each window goes to its largest number, the first one row
 * by row where several are equal; all others get none.
 *
 * @param x - [rows, inHeight, inWidth, channels], what was pooled.
 * @param dy - [rows, outHeight, outWidth, channels].
 * @param dx - [rows, inHeight, inWidth, channels], receives the result.
 */
export function maxPooling2dGradient(
  geometry: WindowGeometry,
  rows: number,
  x: Float32Array,
  dy: Float32Array,
  dx: Float32Array,
): void {
  dx.fill(0, 0, rows * geometry.inHeight * geometry.inWidth * geometry.channels);
  eachLargest(geometry, rows, x, (largest, output) => {
    dx[largest]! += dy[output]!;
  });
}

/** Calls `visit` with the index of the largest number of each window and that of its output. */
function eachLargest(
  geometry: WindowGeometry,
  rows: number,
  x: Float32Array,
  visit: (largest: number, output: number) => void,
): void {
  const { inHeight, inWidth, channels, outHeight, outWidth } = geometry;
  let output = 0;
  for (let image = 0; image < rows; image++) {
    for (let row = 0; row < outHeight; row++) {
      for (let column = 0; column < outWidth; column++) {
        const { top, bottom, left, right } = windowSpan(geometry, row, column);
        for (let channel = 0; channel < channels; channel++) {
          let largest = ((image * inHeight + top) * inWidth + left) * channels + channel;
          for (let y = top; y < bottom; y++) {
            for (let xColumn = left; xColumn < right; xColumn++) {
              const index = ((image * inHeight + y) * inWidth + xColumn) * channels + channel;
              if (x[index]! > x[largest]!) largest = index;
            }
          }
          visit(largest, output++);
        }
      }
    }
  }
}
