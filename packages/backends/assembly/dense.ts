import { edgeTileBytes, multiplyPanels } from './multiply-panels';
import {
  nonzeroCounts,
  nonzeroOffsets,
  nonzeroRowBytes,
  packNonzeroColumns,
  packNonzeroRows,
} from './pack-nonzero';
import { packColumns, packedColumnBytes, packedRowBytes, packRows, packTransposed } from './pack';
import { shareStart } from './share';
import { startBias, startSum, startZero } from './tile';

/** Most steps of a sum that are packed at once: a panel of B, 8 KB, then stays in the first cache. */
const mostDepth: i32 = 256;

/** Features in work at a time where they are rows of the product. */
const featureBlock: i32 = 64;

/** Steps of each block when a sum is cut into equal blocks. */
function blockDepth(depth: i32): i32 {
  const blocks = (depth + mostDepth - 1) / mostDepth;
  return (depth + blocks - 1) / blocks;
}

/** Most bytes of scratch that the three functions below need, for each thread. */
export function denseScratchBytes(rows: i32, features: i32, units: i32): usize {
  const forward =
    nonzeroRowBytes(rows, blockDepth(features)) + packedColumnBytes(units, blockDepth(features));
  const weights =
    nonzeroRowBytes(featureBlock, blockDepth(rows)) + packedColumnBytes(units, blockDepth(rows));
  const input =
    packedRowBytes(rows, blockDepth(units)) + packedColumnBytes(features, blockDepth(units));
  return edgeTileBytes + max(forward, max(weights, input));
}

/** `y = x W + b`, then max(0, y) on request; threads share the units. `bias` is 0 without one. */
export function dense(
  x: usize,
  kernel: usize,
  bias: usize,
  y: usize,
  rows: i32,
  features: i32,
  units: i32,
  relu: bool,
  scratch: usize,
  thread: i32,
  threads: i32,
): void {
  const first = shareStart(units, 8, thread, threads);
  const count = shareStart(units, 8, thread + 1, threads) - first;
  if (count == 0) return;
  const most = blockDepth(features);
  const a = scratch + edgeTileBytes;
  const b = a + nonzeroRowBytes(rows, most);
  const step = <usize>units * 4;
  const firstBias = bias + <usize>first * 4;
  let start = bias == 0 ? startZero : startBias;
  for (let from = 0; from < features; from += most) {
    const depth = min(most, features - from);
    packNonzeroRows(x + <usize>from * 4, <usize>features * 4, rows, depth, a);
    packColumns(kernel + <usize>(from * units + first) * 4, step, depth, count, b);
    const c = y + <usize>first * 4;
    const last = from + depth == features;
    const panel = <usize>depth * 16;
    multiplyPanels(
      a,
      panel,
      16,
      nonzeroOffsets(a, rows, depth),
      nonzeroCounts(a, rows, depth),
      b,
      depth,
      c,
      step,
      rows,
      count,
      start,
      firstBias,
      relu && last,
      scratch,
    );
    start = startSum;
  }
}

/** `dW = x^T dz` and `db`, the sum of dz's rows (0: no bias); threads share the features. */
export function denseWeightGradient(
  x: usize,
  dz: usize,
  kernelGradient: usize,
  biasGradient: usize,
  rows: i32,
  features: i32,
  units: i32,
  scratch: usize,
  thread: i32,
  threads: i32,
): void {
  const first = shareStart(features, 4, thread, threads);
  const count = shareStart(features, 4, thread + 1, threads) - first;
  if (biasGradient != 0 && thread == threads - 1)
    sumRows(dz, <usize>units * 4, rows, units, biasGradient);
  if (count == 0) return;
  const most = blockDepth(rows);
  const a = scratch + edgeTileBytes;
  const b = a + nonzeroRowBytes(featureBlock, most);
  const step = <usize>units * 4;
  const xStep = <usize>features * 4;
  let start = startZero;
  for (let from = 0; from < rows; from += most) {
    const depth = min(most, rows - from);
    packColumns(dz + <usize>from * step, step, depth, units, b);
    for (let feature = first; feature < first + count; feature += featureBlock) {
      const columns = min(featureBlock, first + count - feature);
      packNonzeroColumns(x + <usize>(from * features + feature) * 4, xStep, columns, depth, a);
      multiplyPanels(
        a,
        <usize>depth * 16,
        16,
        nonzeroOffsets(a, columns, depth),
        nonzeroCounts(a, columns, depth),
        b,
        depth,
        kernelGradient + <usize>feature * step,
        step,
        columns,
        units,
        start,
        0,
        false,
        scratch,
      );
    }
    start = startSum;
  }
}

/** `dx = dz W^T`; threads share the features. */
export function denseInputGradient(
  kernel: usize,
  dz: usize,
  dx: usize,
  rows: i32,
  features: i32,
  units: i32,
  scratch: usize,
  thread: i32,
  threads: i32,
): void {
  const first = shareStart(features, 8, thread, threads);
  const count = shareStart(features, 8, thread + 1, threads) - first;
  if (count == 0) return;
  const most = blockDepth(units);
  const a = scratch + edgeTileBytes;
  const b = a + packedRowBytes(rows, most);
  const step = <usize>units * 4;
  let start = startZero;
  for (let from = 0; from < units; from += most) {
    const depth = min(most, units - from);
    packRows(dz + <usize>from * 4, step, rows, depth, a);
    packTransposed(kernel + <usize>(first * units + from) * 4, step, depth, count, b);
    const c = dx + <usize>first * 4;
    const panel = <usize>depth * 16;
    multiplyPanels(
      a,
      panel,
      16,
      0,
      0,
      b,
      depth,
      c,
      <usize>features * 4,
      rows,
      count,
      start,
      0,
      false,
      scratch,
    );
    start = startSum;
  }
}

/** `to[j] = sum_i from[i, j]`, row after row. @param rowBytes - from one row to the next. */
export function sumRows(from: usize, rowBytes: usize, rows: i32, columns: i32, to: usize): void {
  let column = 0;
  for (; column + 4 <= columns; column += 4) {
    let at = from + <usize>column * 4;
    let sum = f32x4.splat(0);
    for (let row = 0; row < rows; row++) {
      sum = f32x4.add(sum, v128.load(at));
      at += rowBytes;
    }
    v128.store(to + <usize>column * 4, sum);
  }
  for (; column < columns; column++) {
    let at = from + <usize>column * 4;
    let sum: f32 = 0;
    for (let row = 0; row < rows; row++) {
      sum += load<f32>(at);
      at += rowBytes;
    }
    store<f32>(to + <usize>column * 4, sum);
  }
}
