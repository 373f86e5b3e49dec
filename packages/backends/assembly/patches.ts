/**
 * @file Windows of an image as the rows of a matrix, so that the gradient of a convolution's input
 * becomes a matrix product (im2col; Chellapilla et al. 2006). Only a few rows exist at a time.
 */
import {
  channels,
  inHeight,
  inWidth,
  outWidth,
  padLeft,
  padTop,
  strideHeight,
  strideWidth,
  windowHeight,
  windowLength,
  windowWidth,
} from './geometry';
import { addNumbers } from './numbers';

/**
 * Adds every number of a window to the pixel of one image that it belongs to; padding takes nothing.
 *
 * @param patches - [count, windowHeight * windowWidth * channels].
 * @param image - [inHeight, inWidth, channels], added to.
 * @param first - output pixel of the image that the first window belongs to.
 */
export function addPatches(
  patches: usize,
  geometry: usize,
  first: i32,
  count: i32,
  image: usize,
): void {
  const width = outWidth(geometry);
  const rowNumbers = inWidth(geometry) * channels(geometry);
  const runNumbers = windowWidth(geometry) * channels(geometry);
  for (let i = 0; i < count; i++) {
    const row = (first + i) / width;
    const column = (first + i) % width;
    const top = row * strideHeight(geometry) - padTop(geometry);
    const left = (column * strideWidth(geometry) - padLeft(geometry)) * channels(geometry);
    const skipped = min(runNumbers, max(0, -left));
    const added = max(0, min(left + runNumbers, rowNumbers) - (left + skipped));
    let from = patches + <usize>(i * windowLength(geometry) + skipped) * 4;
    for (let y = top; y < top + windowHeight(geometry); y++) {
      if (y >= 0 && y < inHeight(geometry)) {
        addNumbers(from, image + <usize>(y * rowNumbers + left + skipped) * 4, added);
      }
      from += <usize>runNumbers * 4;
    }
  }
}
