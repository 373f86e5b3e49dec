/**
 * @file Gradients of a depthwise convolution, `multiplier` outputs for each channel. One row of the
 * image is in work at a time, its channels repeated `multiplier` times, so that everything meets
 * number by number: the row, the outputs above it and the filter then have the same channels.
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
} from '../geometry';
import { fillZero } from '../numbers';
import { addProducts, addScaled } from './channel-rows';
import { addGroups, repeatGroups } from './channel-groups';

/** Bytes of scratch that the two functions below need. */
export function depthwiseConv2dScratchBytes(geometry: usize, multiplier: i32): usize {
  return <usize>(inWidth(geometry) * channels(geometry) * multiplier) * 4;
}

/**
 * `dF[i,j,c,q] = sum over n,y,x of X[n, y s + i d - top, x s + j d - left, c] dY[n,y,x, c m + q]`.
 *
 * @param x - [images, inHeight, inWidth, channels].
 * @param dy - [images, outHeight, outWidth, channels * multiplier].
 * @param filterGradient - [windowHeight, windowWidth, channels, multiplier], receives the result.
 */
export function depthwiseConv2dFilterGradient(
  x: usize,
  dy: usize,
  filterGradient: usize,
  images: i32,
  geometry: usize,
  dilationHeight: i32,
  dilationWidth: i32,
  multiplier: i32,
  scratch: usize,
): void {
  const outChannels = channels(geometry) * multiplier;
  const rowNumbers = inWidth(geometry) * channels(geometry);
  fillZero(filterGradient, windowHeight(geometry) * windowWidth(geometry) * outChannels);
  for (let image = 0; image < images; image++) {
    for (let row = 0; row < inHeight(geometry); row++) {
      const numbers = x + <usize>(image * imageLength(geometry) + row * rowNumbers) * 4;
      const repeated = multiplier == 1 ? numbers : scratch;
      if (multiplier != 1) repeatGroups(numbers, rowNumbers, multiplier, repeated);
      for (let i = 0; i < windowHeight(geometry); i++) {
        const outRow = outRowOver(geometry, row, i * dilationHeight);
        if (outRow < 0) continue;
        const gradient = dy + rowBytes(geometry, outChannels, image * outHeight(geometry) + outRow);
        for (let j = 0; j < windowWidth(geometry); j++) {
          const tap = <usize>((i * windowWidth(geometry) + j) * outChannels) * 4;
          const shift = j * dilationWidth - padLeft(geometry);
          const first = firstColumn(geometry, shift);
          addProducts(
            repeated + <usize>((first * strideWidth(geometry) + shift) * outChannels) * 4,
            <usize>(strideWidth(geometry) * outChannels) * 4,
            gradient + <usize>(first * outChannels) * 4,
            endColumn(geometry, shift) - first,
            outChannels,
            filterGradient + tap,
          );
        }
      }
    }
  }
}

/**
 * `dX[n, y s + i d - top, x s + j d - left, c] = sum over y,x,i,j,q of dY[n,y,x, c m + q] F[i,j,c,q]`.
 *
 * @param filter - [windowHeight, windowWidth, channels, multiplier].
 * @param dy - [images, outHeight, outWidth, channels * multiplier].
 * @param dx - [images, inHeight, inWidth, channels], receives the result.
 */
export function depthwiseConv2dInputGradient(
  filter: usize,
  dy: usize,
  dx: usize,
  images: i32,
  geometry: usize,
  dilationHeight: i32,
  dilationWidth: i32,
  multiplier: i32,
  scratch: usize,
): void {
  const outChannels = channels(geometry) * multiplier;
  const rowNumbers = inWidth(geometry) * channels(geometry);
  for (let image = 0; image < images; image++) {
    for (let row = 0; row < inHeight(geometry); row++) {
      const numbers = dx + <usize>(image * imageLength(geometry) + row * rowNumbers) * 4;
      const repeated = multiplier == 1 ? numbers : scratch;
      fillZero(repeated, rowNumbers * multiplier);
      for (let i = 0; i < windowHeight(geometry); i++) {
        const outRow = outRowOver(geometry, row, i * dilationHeight);
        if (outRow < 0) continue;
        const gradient = dy + rowBytes(geometry, outChannels, image * outHeight(geometry) + outRow);
        for (let j = 0; j < windowWidth(geometry); j++) {
          const tap = <usize>((i * windowWidth(geometry) + j) * outChannels) * 4;
          const shift = j * dilationWidth - padLeft(geometry);
          const first = firstColumn(geometry, shift);
          addScaled(
            gradient + <usize>(first * outChannels) * 4,
            filter + tap,
            endColumn(geometry, shift) - first,
            outChannels,
            repeated + <usize>((first * strideWidth(geometry) + shift) * outChannels) * 4,
            <usize>(strideWidth(geometry) * outChannels) * 4,
          );
        }
      }
      if (multiplier != 1) addGroups(repeated, rowNumbers, multiplier, numbers);
    }
  }
}

/** Bytes before row `row` of all outputs. */
function rowBytes(geometry: usize, outChannels: i32, row: i32): usize {
  return <usize>(row * outWidth(geometry) * outChannels) * 4;
}

/** The row of outputs whose filter row `offset` below its top lies on `row` of the image, or -1. */
function outRowOver(geometry: usize, row: i32, offset: i32): i32 {
  const strides = row + padTop(geometry) - offset;
  if (strides < 0 || strides % strideHeight(geometry) != 0) return -1;
  const outRow = strides / strideHeight(geometry);
  return outRow < outHeight(geometry) ? outRow : -1;
}

/** The first output whose window, `shift` to the right, reads inside the image. */
function firstColumn(geometry: usize, shift: i32): i32 {
  return max(0, (strideWidth(geometry) - 1 - shift) / strideWidth(geometry));
}

/** One behind the last output whose window, `shift` to the right, reads inside the image. */
function endColumn(geometry: usize, shift: i32): i32 {
  const last = inWidth(geometry) - 1 - shift;
  return last < 0 ? 0 : min(outWidth(geometry), last / strideWidth(geometry) + 1);
}
