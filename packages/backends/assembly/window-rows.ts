/**
 * @file Images as a convolution walks over them: rows in which every window lies whole. Where windows
 * hang over an edge, an image is first copied between zeros; elsewhere it is read where it lies.
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
import { copyNumbers, fillZero } from './numbers';

/** Rows of an image that the windows reach, padding among them. */
function reachedHeight(geometry: usize): i32 {
  return (outHeight(geometry) - 1) * strideHeight(geometry) + windowHeight(geometry);
}

/** Numbers of a row that the windows reach. */
function reachedNumbers(geometry: usize): i32 {
  const columns = (outWidth(geometry) - 1) * strideWidth(geometry) + windowWidth(geometry);
  return columns * channels(geometry);
}

function isPadded(geometry: usize): bool {
  return (
    padTop(geometry) > 0 ||
    padLeft(geometry) > 0 ||
    reachedHeight(geometry) > inHeight(geometry) ||
    reachedNumbers(geometry) > inWidth(geometry) * channels(geometry)
  );
}

/** Bytes of scratch that `windowRows` needs. */
export function windowRowsBytes(geometry: usize): usize {
  if (!isPadded(geometry)) return 0;
  return <usize>(reachedHeight(geometry) * reachedNumbers(geometry)) * 4;
}

/** Bytes from one row to the next in what `windowRows` returns. */
export function windowRowBytes(geometry: usize): usize {
  const unpadded = inWidth(geometry) * channels(geometry);
  return <usize>(isPadded(geometry) ? reachedNumbers(geometry) : unpadded) * 4;
}

/**
 * @param images - [rows, inHeight, inWidth, channels].
 * @param scratch - `windowRowsBytes`.
 * @returns the address of the first window's first number.
 */
export function windowRows(images: usize, geometry: usize, image: i32, scratch: usize): usize {
  const from = images + <usize>image * <usize>imageLength(geometry) * 4;
  if (!isPadded(geometry)) return from;
  const width = reachedNumbers(geometry);
  const before = padLeft(geometry) * channels(geometry);
  const rowNumbers = inWidth(geometry) * channels(geometry);
  const copied = min(rowNumbers, width - before);
  let to = scratch;
  for (let row = 0; row < reachedHeight(geometry); row++) {
    const y = row - padTop(geometry);
    if (y < 0 || y >= inHeight(geometry)) {
      fillZero(to, width);
    } else {
      fillZero(to, before);
      copyNumbers(from + <usize>(y * rowNumbers) * 4, to + <usize>before * 4, copied);
      fillZero(to + <usize>(before + copied) * 4, width - before - copied);
    }
    to += <usize>width * 4;
  }
  return scratch;
}
