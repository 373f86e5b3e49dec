/**
 * @file Max pooling of 2 x 2 windows that touch but do not overlap, the usual one, and its gradient.
 * Each pixel has one window, so that the gradient is written once and nothing is cleared before.
 * Channels are a multiple of four.
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
  windowWidth,
} from './geometry';
import { fillZero } from './numbers';

/** Whether the functions below are made for this window. */
export function isPooling2x2(geometry: usize): bool {
  return (
    windowHeight(geometry) == 2 &&
    windowWidth(geometry) == 2 &&
    strideHeight(geometry) == 2 &&
    strideWidth(geometry) == 2 &&
    padTop(geometry) == 0 &&
    padLeft(geometry) == 0 &&
    outHeight(geometry) == inHeight(geometry) / 2 &&
    outWidth(geometry) == inWidth(geometry) / 2 &&
    (channels(geometry) & 3) == 0
  );
}

/**
 * The largest number of each window, of the images in [first, end).
 *
 * @param large - [rows, inHeight, inWidth, channels].
 * @param small - [rows, outHeight, outWidth, channels], receives it.
 */
export function maxPooling2x2(
  large: usize,
  small: usize,
  first: i32,
  end: i32,
  geometry: usize,
): void {
  const pixelBytes = <usize>channels(geometry) * 4;
  const rowBytes = <usize>inWidth(geometry) * pixelBytes;
  const height = outHeight(geometry);
  const width = outWidth(geometry);
  const imageBytes = <usize>imageLength(geometry) * 4;
  small += <usize>(first * height * width) * pixelBytes;
  for (let image = first; image < end; image++) {
    for (let row = 0; row < height; row++) {
      let at = large + <usize>image * imageBytes + <usize>(2 * row) * rowBytes;
      for (let column = 0; column < width; column++) {
        for (const stop = at + pixelBytes; at < stop; at += 16) {
          const below = at + rowBytes;
          const upper = f32x4.max(v128.load(at), v128.load(at + pixelBytes));
          const lower = f32x4.max(v128.load(below), v128.load(below + pixelBytes));
          v128.store(small, f32x4.max(upper, lower));
          small += 16;
        }
        at += pixelBytes;
      }
    }
  }
}

/**
 * Gives each window's gradient to its first pixel, row by row, that holds the largest number.
 *
 * @param small - [rows, outHeight, outWidth, channels], the gradient of the result.
 * @param largeGradient - like `large`, receives the gradient.
 */
export function maxPooling2x2Gradient(
  large: usize,
  small: usize,
  largeGradient: usize,
  first: i32,
  end: i32,
  geometry: usize,
): void {
  const pixelBytes = <usize>channels(geometry) * 4;
  const rowBytes = <usize>inWidth(geometry) * pixelBytes;
  const height = outHeight(geometry);
  const width = outWidth(geometry);
  const imageBytes = <usize>imageLength(geometry) * 4;
  small += <usize>(first * height * width) * pixelBytes;
  for (let image = first; image < end; image++) {
    const to = largeGradient + <usize>image * imageBytes;
    clearUncovered(to, geometry);
    const shift = to - (large + <usize>image * imageBytes);
    for (let row = 0; row < height; row++) {
      let at = large + <usize>image * imageBytes + <usize>(2 * row) * rowBytes;
      for (let column = 0; column < width; column++) {
        for (const stop = at + pixelBytes; at < stop; at += 16) {
          const below = at + rowBytes;
          const x0 = v128.load(at);
          const x1 = v128.load(at + pixelBytes);
          const x2 = v128.load(below);
          const x3 = v128.load(below + pixelBytes);
          const gradient = v128.load(small);
          const largest = f32x4.max(f32x4.max(x0, x1), f32x4.max(x2, x3));
          const is0 = f32x4.eq(x0, largest);
          const is1 = v128.andnot(f32x4.eq(x1, largest), is0);
          const taken1 = v128.or(is0, is1);
          const is2 = v128.andnot(f32x4.eq(x2, largest), taken1);
          const is3 = v128.andnot(f32x4.eq(x3, largest), v128.or(taken1, is2));
          const here = at + shift;
          v128.store(here, v128.and(is0, gradient));
          v128.store(here + pixelBytes, v128.and(is1, gradient));
          v128.store(here + rowBytes, v128.and(is2, gradient));
          v128.store(here + rowBytes + pixelBytes, v128.and(is3, gradient));
          small += 16;
        }
        at += pixelBytes;
      }
    }
  }
}

/** A last row or column that no window reaches has no gradient. */
function clearUncovered(to: usize, geometry: usize): void {
  const pixels = inWidth(geometry);
  const numbers = channels(geometry);
  if ((pixels & 1) != 0) {
    for (let row = 1; row <= inHeight(geometry); row++) {
      fillZero(to + <usize>((row * pixels - 1) * numbers) * 4, numbers);
    }
  }
  if ((inHeight(geometry) & 1) != 0) {
    const row = pixels * numbers;
    fillZero(to + <usize>((inHeight(geometry) - 1) * row) * 4, row);
  }
}
