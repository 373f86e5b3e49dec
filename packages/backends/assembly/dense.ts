import { edgeTileBytes, multiplyPanels } from './multiply-panels';
import { edgeRowBytes, multiplyLists, packWidePanel, widePanelBytes } from './multiply-lists';
import {
  firstList,
  isSparse,
  listBytes,
  listEnds,
  listRows,
  narrow,
  prepareLists,
} from './nonzero-lists';
import { rowColumns } from './nonzero-row';
import { packColumns, packedColumnBytes, packedRowBytes, packRows } from './pack';
import { shareStart } from './share';
import { startBias, startSum, startZero } from './tile';

/** Most steps of a sum that are packed at once: a panel of B then stays in the first cache. */
const mostDepth: i32 = 256;

/** Units, and rows, that a thread takes at a time. */
const unit: i32 = 16;
const rowUnit: i32 = 4;

/** Steps of each block when a sum is cut into equal blocks. */
function blockDepth(depth: i32): i32 {
  const blocks = (depth + mostDepth - 1) / mostDepth;
  return (depth + blocks - 1) / blocks;
}

/** Most bytes of scratch that `dense` needs, for each thread. */
export function denseScratchBytes(rows: i32, features: i32, units: i32): usize {
  const depth = blockDepth(features);
  const whole = edgeTileBytes + packedRowBytes(rows, depth) + packedColumnBytes(units, depth);
  return max(whole, edgeRowBytes + widePanelBytes(depth) + listBytes(rows, depth));
}

/**
 * `y = x W + b`, then max(0, y) on request. `bias` is 0 without one. Threads share the rows, or the
 * units where there are more of them: what every thread packs anew is then the smaller part.
 */
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
  let count = units;
  let from = kernel;
  let to = y;
  let add = bias;
  if (rows < units) {
    const first = shareStart(units, unit, thread, threads);
    count = shareStart(units, unit, thread + 1, threads) - first;
    from += <usize>first * 4;
    to += <usize>first * 4;
    add += <usize>first * 4;
  } else {
    const first = shareStart(rows, rowUnit, thread, threads);
    rows = shareStart(rows, rowUnit, thread + 1, threads) - first;
    x += <usize>(first * features) * 4;
    to += <usize>(first * units) * 4;
  }
  if (count == 0 || rows == 0) return;
  const most = blockDepth(features);
  const skips = units > narrow && isSparse(x, <usize>features * 4, rows, features);
  if (skips) prepareLists(scratch + edgeRowBytes);
  let start = bias == 0 ? startZero : startBias;
  for (let k = 0; k < features; k += most) {
    const depth = min(most, features - k);
    const a = x + <usize>k * 4;
    const b = from + <usize>(k * units) * 4;
    const bends = relu && k + depth == features;
    if (skips)
      sparseBlock(a, b, add, to, rows, features, units, depth, count, start, bends, scratch);
    else wholeBlock(a, b, add, to, rows, features, units, depth, count, start, bends, scratch);
    start = startSum;
  }
}

function wholeBlock(
  x: usize,
  kernel: usize,
  bias: usize,
  y: usize,
  rows: i32,
  features: i32,
  units: i32,
  depth: i32,
  columns: i32,
  start: i32,
  relu: bool,
  scratch: usize,
): void {
  const a = scratch + edgeTileBytes;
  const b = a + packedRowBytes(rows, depth);
  const step = <usize>units * 4;
  packRows(x, <usize>features * 4, rows, depth, a);
  packColumns(kernel, step, depth, columns, b);
  const row = <usize>depth * 4;
  multiplyPanels(a, row, 0, b, depth, y, step, rows, columns, start, bias, relu, scratch);
}

function sparseBlock(
  x: usize,
  kernel: usize,
  bias: usize,
  y: usize,
  rows: i32,
  features: i32,
  units: i32,
  depth: i32,
  columns: i32,
  start: i32,
  relu: bool,
  scratch: usize,
): void {
  const lists = scratch + edgeRowBytes;
  const b = lists + listBytes(rows, depth);
  const ends = listEnds(lists, rows, depth);
  const step = <usize>units * 4;
  listRows(x, <usize>features * 4, rows, depth, lists);
  for (let column = 0; column < columns; column += rowColumns) {
    const at = <usize>column * 4;
    const width = columns - column;
    packWidePanel(kernel + at, step, depth, width, b);
    multiplyLists(
      firstList(lists),
      ends,
      rows,
      depth,
      b,
      y + at,
      step,
      width,
      start,
      bias + at,
      relu,
      scratch,
    );
  }
}
