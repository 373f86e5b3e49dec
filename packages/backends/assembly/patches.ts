/**
 * @file Windows of an image as the rows of a matrix, so that a convolution becomes a matrix product
 * (im2col; Chellapilla et al. 2006). Only a few rows exist at a time.
 */
import {
  channels,
  imageLength,
  inHeight,
  inWidth,
  outHeight,
  outWidth,
  padLeft,
  padTop,
  strideHeight,
  strideWidth,
  windowHeight,
  windowLength,
  windowWidth,
} from './geometry';

/**
 * Copies the windows of `count` output pixels, from pixel `first` of the batch on; zeros for padding.
 *
 * @param images - [rows, inHeight, inWidth, channels].
 * @param to - [count, windowHeight * windowWidth * channels], receives them.
 */
export function readPatches(
  images: usize,
  geometry: usize,
  first: i32,
  count: i32,
  to: usize,
): void {
  const width = outWidth(geometry);
  const height = outHeight(geometry);
  const imageBytes = <usize>imageLength(geometry) * 4;
  const rowNumbers = inWidth(geometry) * channels(geometry);
  const runNumbers = windowWidth(geometry) * channels(geometry);
  let column = first % width;
  let row = (first / width) % height;
  let image = images + <usize>(first / width / height) * imageBytes;
  for (let i = 0; i < count; i++) {
    const top = row * strideHeight(geometry) - padTop(geometry);
    const left = (column * strideWidth(geometry) - padLeft(geometry)) * channels(geometry);
    const skipped = min(runNumbers, max(0, -left));
    const copied = max(0, min(left + runNumbers, rowNumbers) - (left + skipped));
    for (let y = top; y < top + windowHeight(geometry); y++) {
      if (y < 0 || y >= inHeight(geometry)) {
        fillZero(to, runNumbers);
      } else {
        const from = image + <usize>(y * rowNumbers + left + skipped) * 4;
        fillZero(to, skipped);
        copyNumbers(from, to + <usize>skipped * 4, copied);
        fillZero(to + <usize>(skipped + copied) * 4, runNumbers - skipped - copied);
      }
      to += <usize>runNumbers * 4;
    }
    if (++column == width) {
      column = 0;
      if (++row == height) {
        row = 0;
        image += imageBytes;
      }
    }
  }
}

/**
 * The derivative of {@link readPatches} within one image: adds every number of a window to the pixel
 * that it came from; padding takes nothing.
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

/** `to[i] = 0` for i in [0, count). */
export function fillZero(to: usize, count: i32): void {
  let i = 0;
  for (; i + 4 <= count; i += 4) v128.store(to + <usize>i * 4, i32x4.splat(0));
  for (; i < count; i++) store<f32>(to + <usize>i * 4, 0);
}

/** `to[i] = from[i]` for i in [0, count). */
export function copyNumbers(from: usize, to: usize, count: i32): void {
  let i = 0;
  for (; i + 4 <= count; i += 4) v128.store(to + <usize>i * 4, v128.load(from + <usize>i * 4));
  for (; i < count; i++) store<f32>(to + <usize>i * 4, load<f32>(from + <usize>i * 4));
}

/** `to[i] += from[i]` for i in [0, count). */
export function addNumbers(from: usize, to: usize, count: i32): void {
  let i = 0;
  for (; i + 4 <= count; i += 4) {
    const at = to + <usize>i * 4;
    v128.store(at, f32x4.add(v128.load(at), v128.load(from + <usize>i * 4)));
  }
  for (; i < count; i++) {
    const at = to + <usize>i * 4;
    store<f32>(at, load<f32>(at) + load<f32>(from + <usize>i * 4));
  }
}
