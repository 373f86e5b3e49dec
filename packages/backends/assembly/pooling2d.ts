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
import { isPooling2x2, maxPooling2x2, maxPooling2x2Gradient } from './max-pooling2x2';
import { fillZero } from './numbers';
import { shareStart } from './share';

/** What a pass over the windows of a batch does. */
export const maximum: i32 = 0;
export const mean: i32 = 1;
export const maximumGradient: i32 = 2;
export const meanGradient: i32 = 3;

/**
 * Max or average pooling of a batch, or the gradient of either; threads share the images.
 *
 * @param large - [rows, inHeight, inWidth, channels]: what is pooled (read by all but
 *   `meanGradient`).
 * @param small - [rows, outHeight, outWidth, channels]: the result, or its gradient.
 * @param largeGradient - like `large`, receives the gradient; 0 in a forward pass.
 */
export function pooling2d(
  pass: i32,
  large: usize,
  small: usize,
  largeGradient: usize,
  rows: i32,
  geometry: usize,
  thread: i32,
  threads: i32,
): void {
  const first = shareStart(rows, 1, thread, threads);
  const end = shareStart(rows, 1, thread + 1, threads);
  if (isPooling2x2(geometry)) {
    if (pass == maximum) return maxPooling2x2(large, small, first, end, geometry);
    if (pass == maximumGradient) {
      return maxPooling2x2Gradient(large, small, largeGradient, first, end, geometry);
    }
  }
  const imageBytes = <usize>imageLength(geometry) * 4;
  const pixelBytes = <usize>channels(geometry) * 4;
  const rowBytes = <usize>inWidth(geometry) * pixelBytes;
  const height = outHeight(geometry);
  const width = outWidth(geometry);
  small += <usize>(first * height * width) * pixelBytes;
  for (let image = first; image < end; image++) {
    const offset = <usize>image * imageBytes;
    if (largeGradient != 0) fillZero(largeGradient + offset, imageLength(geometry));
    for (let row = 0; row < height; row++) {
      const windowTop = row * strideHeight(geometry) - padTop(geometry);
      const top = max(0, windowTop);
      const bottom = min(inHeight(geometry), windowTop + windowHeight(geometry));
      for (let column = 0; column < width; column++) {
        const windowLeft = column * strideWidth(geometry) - padLeft(geometry);
        const left = max(0, windowLeft);
        const right = min(inWidth(geometry), windowLeft + windowWidth(geometry));
        const at = offset + <usize>top * rowBytes + <usize>left * pixelBytes;
        // A window of padding alone has nothing to take from or give to.
        if (top < bottom && left < right) {
          poolWindow(
            pass,
            large + at,
            small,
            largeGradient + at,
            bottom - top,
            right - left,
            rowBytes,
            pixelBytes,
          );
        }
        small += pixelBytes;
      }
    }
  }
}

/** One window, four channels at a time, then one by one. */
function poolWindow(
  pass: i32,
  large: usize,
  small: usize,
  largeGradient: usize,
  height: i32,
  width: i32,
  rowBytes: usize,
  pixelBytes: usize,
): void {
  const whole = pixelBytes & ~15;
  for (let channel: usize = 0; channel < pixelBytes;) {
    const isVector = channel < whole;
    const from = large + channel;
    const to = largeGradient + channel;
    const value = small + channel;
    if (pass == maximum) {
      const largest = windowLargest(from, height, width, rowBytes, pixelBytes, isVector);
      put(value, largest, isVector);
    } else if (pass == mean) {
      const sum = windowSum(from, height, width, rowBytes, pixelBytes, isVector);
      put(value, f32x4.mul(sum, f32x4.splat(<f32>1.0 / <f32>(height * width))), isVector);
    } else if (pass == maximumGradient) {
      const largest = windowLargest(from, height, width, rowBytes, pixelBytes, isVector);
      const gradient = take(value, isVector);
      giveToLargest(from, to, largest, gradient, height, width, rowBytes, pixelBytes, isVector);
    } else {
      const share = f32x4.mul(take(value, isVector), f32x4.splat(<f32>1.0 / <f32>(height * width)));
      giveToAll(to, share, height, width, rowBytes, pixelBytes, isVector);
    }
    channel += isVector ? 16 : 4;
  }
}

function take(from: usize, isVector: bool): v128 {
  return isVector ? v128.load(from) : v128.load32_zero(from);
}

function put(to: usize, value: v128, isVector: bool): void {
  if (isVector) v128.store(to, value);
  else store<f32>(to, f32x4.extract_lane(value, 0));
}

function windowLargest(
  from: usize,
  height: i32,
  width: i32,
  rowBytes: usize,
  pixelBytes: usize,
  isVector: bool,
): v128 {
  let largest = take(from, isVector);
  for (let y = 0; y < height; y++) {
    let at = from + <usize>y * rowBytes;
    for (let x = 0; x < width; x++) {
      largest = f32x4.max(largest, take(at, isVector));
      at += pixelBytes;
    }
  }
  return largest;
}

function windowSum(
  from: usize,
  height: i32,
  width: i32,
  rowBytes: usize,
  pixelBytes: usize,
  isVector: bool,
): v128 {
  let sum = f32x4.splat(0);
  for (let y = 0; y < height; y++) {
    let at = from + <usize>y * rowBytes;
    for (let x = 0; x < width; x++) {
      sum = f32x4.add(sum, take(at, isVector));
      at += pixelBytes;
    }
  }
  return sum;
}

/** Adds the gradient to the first pixel of the window, row by row, that holds the largest number. */
function giveToLargest(
  from: usize,
  to: usize,
  largest: v128,
  gradient: v128,
  height: i32,
  width: i32,
  rowBytes: usize,
  pixelBytes: usize,
  isVector: bool,
): void {
  let waiting = i32x4.splat(-1);
  for (let y = 0; y < height; y++) {
    let at = <usize>y * rowBytes;
    for (let x = 0; x < width; x++) {
      const here = v128.and(waiting, f32x4.eq(take(from + at, isVector), largest));
      const sum = f32x4.add(take(to + at, isVector), v128.and(here, gradient));
      put(to + at, sum, isVector);
      waiting = v128.andnot(waiting, here);
      at += pixelBytes;
    }
  }
}

function giveToAll(
  to: usize,
  share: v128,
  height: i32,
  width: i32,
  rowBytes: usize,
  pixelBytes: usize,
  isVector: bool,
): void {
  for (let y = 0; y < height; y++) {
    let at = to + <usize>y * rowBytes;
    for (let x = 0; x < width; x++) {
      put(at, f32x4.add(take(at, isVector), share), isVector);
      at += pixelBytes;
    }
  }
}
