import { imageLength, outHeight, outWidth, windowLength } from './geometry';
import { edgeTileBytes, multiplyPanels } from './multiply-panels';
import { packColumns, packedColumnBytes, packedRowBytes, packRows, packTransposed } from './pack';
import { addPatches, fillZero, readPatches } from './patches';
import { shareStart } from './share';
import { sumRows } from './sum-rows';
import { startBias, startSum, startZero } from './tile';

/** Output pixels whose windows are in work at a time where they are rows of the product. */
const pixelBlock: i32 = 16;

/** Output pixels a block where the product sums over them. */
const sumBlock: i32 = 64;

/** Most steps of a sum that are packed at once. */
const mostDepth: i32 = 512;

function blockDepth(depth: i32): i32 {
  const blocks = (depth + mostDepth - 1) / mostDepth;
  return (depth + blocks - 1) / blocks;
}

/** Most bytes of scratch that the three functions below need, for each thread. */
export function conv2dScratchBytes(geometry: usize, filters: i32): usize {
  const length = windowLength(geometry);
  const patches = <usize>(max(pixelBlock, sumBlock) * length + 4) * 4;
  const forward = packedRowBytes(pixelBlock, length) + packedColumnBytes(filters, length + 512);
  const weights = packedColumnBytes(filters, sumBlock);
  const input = packedRowBytes(pixelBlock, filters) + packedColumnBytes(length, filters + 512);
  return edgeTileBytes + patches + max(forward, max(weights, input));
}

/** `y = x * F + b`, then max(0, y) on request; threads share the output pixels of the batch. */
export function conv2d(
  x: usize,
  filter: usize,
  bias: usize,
  y: usize,
  rows: i32,
  geometry: usize,
  filters: i32,
  relu: bool,
  scratch: usize,
  thread: i32,
  threads: i32,
): void {
  const pixels = rows * outHeight(geometry) * outWidth(geometry);
  const first = shareStart(pixels, pixelBlock, thread, threads);
  const end = shareStart(pixels, pixelBlock, thread + 1, threads);
  if (first == end) return;
  const length = windowLength(geometry);
  const most = blockDepth(length);
  const step = <usize>filters * 4;
  const patches = scratch + edgeTileBytes;
  const a = patches + <usize>(pixelBlock * length) * 4;
  const b = a + packedRowBytes(pixelBlock, most);
  packBlocks(filter, step, length, most, filters, b);
  for (let pixel = first; pixel < end; pixel += pixelBlock) {
    const count = min(pixelBlock, end - pixel);
    readPatches(x, geometry, pixel, count, patches);
    let start = bias == 0 ? startZero : startBias;
    let block = b;
    for (let from = 0; from < length; from += most) {
      const depth = min(most, length - from);
      const last = from + depth == length;
      packRows(patches + <usize>from * 4, <usize>length * 4, count, depth, a);
      const c = y + <usize>pixel * step;
      const panel = <usize>depth * 16;
      multiplyPanels(
        a,
        panel,
        16,
        block,
        depth,
        c,
        step,
        count,
        filters,
        start,
        bias,
        relu && last,
        scratch,
      );
      start = startSum;
      block += packedColumnBytes(filters, depth);
    }
  }
}

/** Packs all of B, block after block of its depth. */
function packBlocks(
  from: usize,
  step: usize,
  length: i32,
  most: i32,
  columns: i32,
  to: usize,
): void {
  for (let k = 0; k < length; k += most) {
    const depth = min(most, length - k);
    packColumns(from + <usize>k * step, step, depth, columns, to);
    to += packedColumnBytes(columns, depth);
  }
}

/**
 * `dF = sum over the windows of window^T dz` and `db`, the sum of dz's pixels (0: no bias); threads
 * share the numbers of a window, and each adds up all pixels in their order.
 */
export function conv2dFilterGradient(
  x: usize,
  dz: usize,
  filterGradient: usize,
  biasGradient: usize,
  rows: i32,
  geometry: usize,
  filters: i32,
  scratch: usize,
  thread: i32,
  threads: i32,
): void {
  const length = windowLength(geometry);
  const pixels = rows * outHeight(geometry) * outWidth(geometry);
  const first = shareStart(length, 4, thread, threads);
  const count = shareStart(length, 4, thread + 1, threads) - first;
  if (biasGradient != 0 && thread == threads - 1) {
    sumRows(dz, <usize>filters * 4, pixels, filters, biasGradient);
  }
  if (count == 0) return;
  const step = <usize>filters * 4;
  const patches = scratch + edgeTileBytes;
  const b = patches + <usize>(sumBlock * length + 4) * 4;
  const c = filterGradient + <usize>first * step;
  let start = startZero;
  for (let pixel = 0; pixel < pixels; pixel += sumBlock) {
    const depth = min(sumBlock, pixels - pixel);
    readPatches(x, geometry, pixel, depth, patches);
    packColumns(dz + <usize>pixel * step, step, depth, filters, b);
    const a = patches + <usize>first * 4;
    const aStep = <usize>length * 4;
    multiplyPanels(a, 16, aStep, b, depth, c, step, count, filters, start, 0, false, scratch);
    start = startSum;
  }
}

/** `dx`: `dz F^T` gives the gradient of every window, which is added up; threads share the images. */
export function conv2dInputGradient(
  filter: usize,
  dz: usize,
  dx: usize,
  rows: i32,
  geometry: usize,
  filters: i32,
  scratch: usize,
  thread: i32,
  threads: i32,
): void {
  const first = shareStart(rows, 1, thread, threads);
  const end = shareStart(rows, 1, thread + 1, threads);
  if (first == end) return;
  const length = windowLength(geometry);
  const most = blockDepth(filters);
  const pixels = outHeight(geometry) * outWidth(geometry);
  const step = <usize>filters * 4;
  const patches = scratch + edgeTileBytes;
  const a = patches + <usize>(pixelBlock * length) * 4;
  const b = a + packedRowBytes(pixelBlock, most);
  packTransposedBlocks(filter, step, filters, most, length, b);
  for (let image = first; image < end; image++) {
    const to = dx + <usize>(image * imageLength(geometry)) * 4;
    fillZero(to, imageLength(geometry));
    for (let pixel = 0; pixel < pixels; pixel += pixelBlock) {
      const count = min(pixelBlock, pixels - pixel);
      const gradient = dz + <usize>(image * pixels + pixel) * step;
      const patchStep = <usize>length * 4;
      let start = startZero;
      let block = b;
      for (let from = 0; from < filters; from += most) {
        const depth = min(most, filters - from);
        packRows(gradient + <usize>from * 4, step, count, depth, a);
        const panel = <usize>depth * 16;
        multiplyPanels(
          a,
          panel,
          16,
          block,
          depth,
          patches,
          patchStep,
          count,
          length,
          start,
          0,
          false,
          scratch,
        );
        start = startSum;
        block += packedColumnBytes(length, depth);
      }
      addPatches(patches, geometry, pixel, count, to);
    }
  }
}

/** Packs the transpose of all of a matrix [columns, length], block after block of its depth. */
function packTransposedBlocks(
  from: usize,
  step: usize,
  length: i32,
  most: i32,
  columns: i32,
  to: usize,
): void {
  for (let k = 0; k < length; k += most) {
    const depth = min(most, length - k);
    packTransposed(from + <usize>k * 4, step, depth, columns, to);
    to += packedColumnBytes(columns, depth);
  }
}
