import {
  channels,
  outHeight,
  outWidth,
  strideHeight,
  strideWidth,
  windowLength,
  windowWidth,
} from './geometry';
import { copyTile, edgeTileBytes } from './multiply-panels';
import { shareStart } from './share';
import { sumRows } from './sum-rows';
import { startSum, startZero, tileColumns } from './tile';
import { gradientTile3, gradientTile4 } from './window-tile';
import { windowRowBytes, windowRows, windowRowsBytes } from './window-rows';

/** Bytes of gradients of outputs that are in work at a time: they stay in the first cache. */
const blockBytes: i32 = 16 * 1024;

/** Outputs in work at a time at least, so that sums are rarely fetched. */
const fewestOutputs: i32 = 64;

/** Bytes of scratch that `conv2dFilterGradient` needs, for each thread. */
export function conv2dFilterGradientScratchBytes(geometry: usize): usize {
  return edgeTileBytes + windowRowsBytes(geometry);
}

/** Numbers of a window that a tile takes: 3 where fewer are computed in vain. */
function groupLength(length: i32): i32 {
  return ((length + 2) / 3) * 3 < ((length + 3) / 4) * 4 ? 3 : 4;
}

/**
 * `dF = sum over the windows of window^T dz` and `db`, the sum of dz's pixels (0: no bias); threads
 * share the tiles of dF, and each adds up all outputs in their order.
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
  const height = outHeight(geometry);
  const width = outWidth(geometry);
  const step = <usize>filters * 4;
  const firstFilter = shareStart(filters, 4, thread, threads);
  const share = shareStart(filters, 4, thread + 1, threads) - firstFilter;
  const offset = <usize>firstFilter * 4;
  const panels = (filters + tileColumns - 1) / tileColumns;
  const length = windowLength(geometry);
  const group = groupLength(length);
  const tiles = ((length + group - 1) / group) * panels;
  const first = shareStart(tiles, 1, thread, threads);
  const end = shareStart(tiles, 1, thread + 1, threads);
  if (first == end && share == 0) return;
  const rowBytes = windowRowBytes(geometry) * <usize>strideHeight(geometry);
  const outputs = max(fewestOutputs, blockBytes / (filters * 4));
  const most = max(1, outputs / width);
  let start = startZero;
  for (let image = 0; image < rows; image++) {
    const windows = windowRows(x, geometry, image, scratch + edgeTileBytes);
    for (let row = 0; row < height; row += most) {
      const count = min(most, height - row);
      const a = windows + <usize>row * rowBytes;
      const b = dz + <usize>((image * height + row) * width) * step;
      if (biasGradient != 0) {
        sumRows(b + offset, step, count * width, share, biasGradient + offset, start);
      }
      for (let tile = first; tile < end; tile++) {
        const filter = (tile % panels) * tileColumns;
        const number = (tile / panels) * group;
        anyTile(
          a,
          geometry,
          number,
          group,
          count,
          b,
          filter,
          filters,
          filterGradient,
          start,
          scratch,
        );
      }
      start = startSum;
    }
  }
}

/** Byte at which a number of a window lies, from the window's first. */
function windowOffset(geometry: usize, number: i32): usize {
  const run = windowWidth(geometry) * channels(geometry);
  return <usize>(number / run) * windowRowBytes(geometry) + <usize>(number % run) * 4;
}

/** The tile from `number` of the window and `filter` on; at the edges of dF it is computed beside it. */
function anyTile(
  a: usize,
  geometry: usize,
  number: i32,
  group: i32,
  rows: i32,
  b: usize,
  filter: i32,
  filters: i32,
  filterGradient: usize,
  start: i32,
  edge: usize,
): void {
  const last = windowLength(geometry) - 1;
  const height = min(group, last + 1 - number);
  const count = min(tileColumns, filters - filter);
  const isWhole = height == group && count == tileColumns;
  const width = outWidth(geometry);
  const pixel = <usize>(strideWidth(geometry) * channels(geometry)) * 4;
  const rowBytes = windowRowBytes(geometry) * <usize>strideHeight(geometry);
  const skip = rowBytes - <usize>width * pixel;
  const a0 = a + windowOffset(geometry, number);
  const a1 = a + windowOffset(geometry, min(number + 1, last));
  const a2 = a + windowOffset(geometry, min(number + 2, last));
  const step = <usize>filters * 4;
  const c = filterGradient + <usize>number * step + <usize>filter * 4;
  const to = isWhole ? c : edge;
  const toStep = isWhole ? step : 32;
  b += <usize>filter * 4;
  if (!isWhole && start == startSum) copyTile(c, step, to, toStep, height, count);
  if (group == 3) {
    gradientTile3(a0, a1, a2, pixel, skip, rows, width, b, step, to, toStep, start);
  } else {
    const a3 = a + windowOffset(geometry, min(number + 3, last));
    gradientTile4(a0, a1, a2, a3, pixel, skip, rows, width, b, step, to, toStep, start);
  }
  if (!isWhole) copyTile(to, toStep, c, step, height, count);
}
