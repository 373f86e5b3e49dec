import type { WindowGeometry } from '../plan/window-geometry.js';
import { windowSpan } from '../plan/window-geometry.js';

/** One pixel of an image under a window. Offsets count numbers from the start of the batch. */
export interface WindowPixel {
  /** Of the window's output pixel, channel 0, with `outChannels` numbers a pixel. */
  readonly output: number;
  /** Of the pixel under the window, channel 0. */
  readonly input: number;
  /** Which pixel of the window this is, row by row. */
  readonly place: number;
}

/**
 * Visits the pixels of an image under every window, padding left out: image by image, window by
 * window, row by row.
 *
 * @param visit - is handed the same object every time.
 */
export function eachWindowPixel(
  geometry: WindowGeometry,
  rows: number,
  outChannels: number,
  visit: (pixel: WindowPixel) => void,
): void {
  const { inHeight, inWidth, channels, outHeight, outWidth, windowWidth } = geometry;
  const pixel = { output: 0, input: 0, place: 0 };
  for (let image = 0; image < rows; image++) {
    for (let row = 0; row < outHeight; row++) {
      for (let column = 0; column < outWidth; column++) {
        const { top, bottom, left, right } = windowSpan(geometry, row, column);
        const windowTop = row * geometry.strideHeight - geometry.padTop;
        const windowLeft = column * geometry.strideWidth - geometry.padLeft;
        pixel.output = ((image * outHeight + row) * outWidth + column) * outChannels;
        for (let y = top; y < bottom; y++) {
          for (let x = left; x < right; x++) {
            pixel.input = ((image * inHeight + y) * inWidth + x) * channels;
            pixel.place = (y - windowTop) * windowWidth + (x - windowLeft);
            visit(pixel);
          }
        }
      }
    }
  }
}
