/**
 * @file The transforms of Winograd's convolution (`winograd-lines.ts`) in two dimensions: along the
 * columns of a tile, then along its rows, four channels at a time. A transformed tile has 36 elements,
 * `elementBytes` apart, of one number for each channel.
 *
 * Where the channels are no multiple of four, the last vector holds whatever lies behind them. Such
 * numbers stay in their lanes and are dropped where a result leaves.
 */
import { copyNumbers, fillZero } from './numbers';
import {
  filterGradientLines,
  filterLines,
  inputGradientLines,
  inputLines,
  outputGradientLines,
  outputLines,
} from './winograd-lines';

/** Outputs of a tile along each axis. */
export const tileOutputs: i32 = 4;
/** Pixels that they are computed from, along each axis. */
export const tilePixels: i32 = 6;
/** Elements of a transformed tile. */
export const tileElements: i32 = 36;

/** Numbers between the two passes of a transform: 6 lines of 6 vectors. */
const middleBytes: usize = 36 * 16;
/** Bytes of one line of it. */
const lineBytes: usize = 6 * 16;

/** Bytes of `channels` numbers in whole vectors. */
export function paddedBytes(channels: i32): usize {
  return <usize>((channels + 3) & ~3) * 4;
}

/** Bytes of scratch that the functions below need. */
export function tileScratchBytes(channels: i32): usize {
  return 2 * middleBytes + <usize>tileElements * <usize>channels * 4 + 16;
}

/**
 * `V = B^T d B`
 *
 * @param image - [height, width, channels]; pixels beside it are zero.
 * @param top - first row of the 6 x 6 pixels in the image; may be negative, as `left` may.
 * @param to - [36, channels], receives V.
 * @returns which of the 4 x 4 outputs see nothing but zeros, a bit each, row by row.
 */
export function transformInput(
  image: usize,
  height: i32,
  width: i32,
  channels: i32,
  top: i32,
  left: i32,
  to: usize,
  elementBytes: usize,
  scratch: usize,
): i32 {
  const pixelBytes = <usize>channels * 4;
  const isInside = liesInside(height, width, top, left, tilePixels);
  const from = isInside
    ? image + <usize>(top * width + left) * pixelBytes
    : copyWindow(image, height, width, channels, top, left, tilePixels, scratch + 2 * middleBytes);
  const rowBytes = <usize>(isInside ? width : tilePixels) * pixelBytes;
  for (let channel: usize = 0; channel < pixelBytes; channel += 16) {
    inputLines(from + channel, rowBytes, pixelBytes, scratch, lineBytes, 16, 6);
    inputLines(scratch, 16, lineBytes, to + channel, elementBytes, 6 * elementBytes, 6);
  }
  return zeroWindows(from, rowBytes, channels);
}

/** Which 3 x 3 windows of 6 x 6 pixels hold nothing but zeros: 4 x 4 bits, row by row. */
function zeroWindows(from: usize, rowBytes: usize, channels: i32): i32 {
  let bits = 0;
  let before = 0;
  let last = 0;
  for (let row = 0; row < tilePixels; row++) {
    let zeros = 0;
    for (let column = 0; column < tilePixels; column++) {
      const pixel = from + <usize>row * rowBytes + <usize>(column * channels) * 4;
      if (isZero(pixel, channels)) zeros |= 1 << column;
    }
    const runs = zeros & (zeros >> 1) & (zeros >> 2);
    if (row >= 2) bits |= (runs & last & before) << ((row - 2) * tileOutputs);
    before = last;
    last = runs;
  }
  return bits;
}

function isZero(from: usize, count: i32): bool {
  let i = 0;
  for (; i + 4 <= count; i += 4) {
    if (v128.any_true(v128.load(from + <usize>i * 4))) return false;
  }
  for (; i < count; i++) {
    if (load<i32>(from + <usize>i * 4) != 0) return false;
  }
  return true;
}

/**
 * The transpose of {@link transformInput}: adds `B dV B^T` to the gradient of the 6 x 6 pixels.
 *
 * @param from - [36, channels], dV.
 * @param image - [height, width, channels], added to.
 */
export function addInputGradient(
  from: usize,
  elementBytes: usize,
  image: usize,
  height: i32,
  width: i32,
  channels: i32,
  top: i32,
  left: i32,
  scratch: usize,
): void {
  const result = scratch + middleBytes;
  for (let channel = 0; channel < channels; channel += 4) {
    const source = from + <usize>channel * 4;
    inputGradientLines(source, 6 * elementBytes, elementBytes, scratch, lineBytes, 16, 6);
    inputGradientLines(scratch, 16, lineBytes, result, 16, lineBytes, 6);
    for (let row = max(0, -top); row < min(tilePixels, height - top); row++) {
      for (let column = max(0, -left); column < min(tilePixels, width - left); column++) {
        const pixel = (top + row) * width + left + column;
        const value = v128.load(result + <usize>(row * 6 + column) * 16);
        addLanes(image + <usize>(pixel * channels + channel) * 4, value, channels - channel);
      }
    }
  }
}

/**
 * `y = A^T M A + b`, then max(0, y) on request. Where a window holds nothing but zeros, y is b to the
 * bit, and no remainder of the transforms: a ReLU would let half of them pass.
 *
 * @param from - [36, filters], M.
 * @param zeros - of {@link transformInput}.
 * @param image - [height, width, filters], receives the up to 4 x 4 pixels from (`top`, `left`) on.
 * @param bias - [filters], or 0 without one.
 */
export function transformOutput(
  from: usize,
  elementBytes: usize,
  image: usize,
  height: i32,
  width: i32,
  filters: i32,
  top: i32,
  left: i32,
  zeros: i32,
  bias: usize,
  relu: bool,
  scratch: usize,
): void {
  const result = scratch + middleBytes;
  const least = f32x4.splat(relu ? 0 : -Infinity);
  for (let filter = 0; filter < filters; filter += 4) {
    const source = from + <usize>filter * 4;
    outputLines(source, 6 * elementBytes, elementBytes, scratch, lineBytes, 16, 6);
    outputLines(scratch, 16, lineBytes, result, 16, lineBytes, 4);
    const start = bias == 0 ? f32x4.splat(0) : v128.load(bias + <usize>filter * 4);
    for (let row = 0; row < min(tileOutputs, height - top); row++) {
      for (let column = 0; column < min(tileOutputs, width - left); column++) {
        const pixel = (top + row) * width + left + column;
        const isZero = (zeros >> (row * tileOutputs + column)) & 1;
        const sum = f32x4.add(v128.load(result + <usize>(row * 6 + column) * 16), start);
        const value = isZero ? start : sum;
        const to = image + <usize>(pixel * filters + filter) * 4;
        storeLanes(to, f32x4.pmax(value, least), filters - filter);
      }
    }
  }
}

/**
 * The transpose of {@link transformOutput}: `Z = A dy A^T`.
 *
 * @param image - [height, width, channels], dy; pixels beside it are zero.
 * @param first - first filter, of `count`.
 * @param to - [36, count], receives Z.
 */
export function transformOutputGradient(
  image: usize,
  height: i32,
  width: i32,
  filters: i32,
  first: i32,
  count: i32,
  top: i32,
  left: i32,
  to: usize,
  elementBytes: usize,
  scratch: usize,
): void {
  const pixelBytes = <usize>filters * 4;
  const isInside = liesInside(height, width, top, left, tileOutputs);
  const window = isInside
    ? image + <usize>(top * width + left) * pixelBytes
    : copyWindow(image, height, width, filters, top, left, tileOutputs, scratch + 2 * middleBytes);
  const from = window + <usize>first * 4;
  const rowBytes = <usize>(isInside ? width : tileOutputs) * pixelBytes;
  const end = <usize>count * 4;
  for (let filter: usize = 0; filter < end; filter += 16) {
    outputGradientLines(from + filter, rowBytes, pixelBytes, scratch, lineBytes, 16, 4);
    outputGradientLines(scratch, 16, lineBytes, to + filter, elementBytes, 6 * elementBytes, 6);
  }
}

/**
 * `U = G F G^T` of every pair of a channel and a filter.
 *
 * @param from - F, [3, 3, channels, filters].
 * @param to - [36, channels, filters], rows of filters in whole vectors; receives U.
 */
export function transformFilter(
  from: usize,
  channels: i32,
  filters: i32,
  to: usize,
  scratch: usize,
): void {
  const placeBytes = <usize>(channels * filters) * 4;
  const rowBytes = paddedBytes(filters);
  const elementBytes = <usize>channels * rowBytes;
  for (let channel = 0; channel < channels; channel++) {
    for (let filter: usize = 0; filter < rowBytes; filter += 16) {
      filterLines(from + filter, 3 * placeBytes, placeBytes, scratch, lineBytes, 16, 3);
      filterLines(scratch, 16, lineBytes, to + filter, elementBytes, 6 * elementBytes, 6);
    }
    from += <usize>filters * 4;
    to += rowBytes;
  }
}

/**
 * The transpose of {@link transformFilter}: `dF = G^T dU G`.
 *
 * @param from - dU, [36, channels, count], rows in whole vectors.
 * @param to - dF, [3, 3, channels, filters]; receives the `count` filters from `first` on.
 */
export function transformFilterGradient(
  from: usize,
  channels: i32,
  filters: i32,
  first: i32,
  count: i32,
  to: usize,
  scratch: usize,
): void {
  const result = scratch + middleBytes;
  const rowBytes = paddedBytes(count);
  const elementBytes = <usize>channels * rowBytes;
  for (let channel = 0; channel < channels; channel++) {
    for (let filter = 0; filter < count; filter += 4) {
      const source = from + <usize>filter * 4;
      filterGradientLines(source, 6 * elementBytes, elementBytes, scratch, lineBytes, 16, 6);
      filterGradientLines(scratch, 16, lineBytes, result, 16, 48, 3);
      for (let place = 0; place < 9; place++) {
        const at = (place * channels + channel) * filters + first + filter;
        const value = v128.load(result + <usize>place * 16);
        storeLanes(to + <usize>at * 4, value, count - filter);
      }
    }
    from += rowBytes;
  }
}

function liesInside(height: i32, width: i32, top: i32, left: i32, size: i32): bool {
  return top >= 0 && left >= 0 && top + size <= height && left + size <= width;
}

/** Copies `size` x `size` pixels, zeros where there is no image. @returns `to`. */
function copyWindow(
  image: usize,
  height: i32,
  width: i32,
  channels: i32,
  top: i32,
  left: i32,
  size: i32,
  to: usize,
): usize {
  fillZero(to, size * size * channels);
  const first = max(0, -left);
  const count = min(size, width - left) - first;
  for (let row = max(0, -top); row < min(size, height - top); row++) {
    const from = image + <usize>(((top + row) * width + left + first) * channels) * 4;
    copyNumbers(from, to + <usize>((row * size + first) * channels) * 4, count * channels);
  }
  return to;
}

/** Stores the first `count` of four numbers, all if there are more. */
function storeLanes(to: usize, value: v128, count: i32): void {
  if (count >= 4) return v128.store(to, value);
  store<f32>(to, f32x4.extract_lane(value, 0));
  if (count > 1) store<f32>(to, f32x4.extract_lane(value, 1), 4);
  if (count > 2) store<f32>(to, f32x4.extract_lane(value, 2), 8);
}

function addLanes(to: usize, value: v128, count: i32): void {
  storeLanes(to, f32x4.add(v128.load(to), value), count);
}
