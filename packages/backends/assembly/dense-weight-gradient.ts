import { edgeTileBytes, multiplyPanels } from './multiply-panels';
import { edgeRowBytes, multiplyLists, packWidePanel, widePanelBytes } from './multiply-lists';
import {
  firstList,
  isSparse,
  listBytes,
  listColumns,
  listEnds,
  narrow,
  prepareLists,
} from './nonzero-lists';
import { rowColumns } from './nonzero-row';
import { fourPanels } from './panel-rows';
import { packColumns, packColumnsAsRows, packedColumnBytes, packedRowBytes } from './pack';
import { shareStart } from './share';
import { sumRows } from './sum-rows';
import { startSum, startZero } from './tile';
import { preparedBytes, prepareUpdate, updateRange } from './update';

/** Most steps of a sum that are packed at once. */
const mostDepth: i32 = 256;

/**
 * Features in work at a time: their gradients then stay in the first cache for an update. A multiple of
 * four, so that blocks of W begin with a vector.
 */
function featureBlock(): i32 {
  return fourPanels();
}

/** Steps of each block when a sum is cut into equal blocks. */
function blockDepth(depth: i32): i32 {
  const blocks = (depth + mostDepth - 1) / mostDepth;
  return (depth + blocks - 1) / blocks;
}

/** Bytes of all of dz packed for either kernel, block after block of its rows. */
function packedBytes(rows: i32, units: i32): usize {
  const panels = <usize>((units + rowColumns - 1) / rowColumns);
  // 28 columns are one wide panel, and four of the narrow ones, which take more room.
  return max(panels * widePanelBytes(rows), packedColumnBytes(units, rows));
}

/** Most bytes of scratch that `denseWeightGradient` needs, for each thread. */
export function denseWeightGradientScratchBytes(rows: i32, units: i32): usize {
  const depth = blockDepth(rows);
  const panels = max(packedRowBytes(featureBlock(), depth), listBytes(featureBlock(), depth));
  const gradient = <usize>(featureBlock() * units) * 4;
  return (
    preparedBytes + max(edgeTileBytes, edgeRowBytes) + gradient + panels + packedBytes(rows, units)
  );
}

/**
 * `dW = x^T dz` and `db`, the sum of dz's rows (0: no bias); threads share the features.
 *
 * @param kernelGradient - receives dW, unless there is a rule.
 * @param rule - an update of W that takes dW piece by piece, while it is in the first cache, so that
 *   dW is never written to memory (see `update.ts`); or 0.
 */
export function denseWeightGradient(
  x: usize,
  dz: usize,
  kernelGradient: usize,
  biasGradient: usize,
  rows: i32,
  features: i32,
  units: i32,
  rule: usize,
  step: usize,
  scratch: usize,
  thread: i32,
  threads: i32,
): void {
  const first = shareStart(features, 4, thread, threads);
  const end = shareStart(features, 4, thread + 1, threads);
  if (biasGradient != 0 && thread == threads - 1) {
    sumRows(dz, <usize>units * 4, rows, units, biasGradient, startZero);
  }
  if (first == end) return;
  const block = featureBlock();
  const most = blockDepth(rows);
  const unitBytes = <usize>units * 4;
  const edge = scratch + preparedBytes;
  const gradient = edge + max(edgeTileBytes, edgeRowBytes);
  const a = gradient + <usize>block * unitBytes;
  const b = a + max(packedRowBytes(block, most), listBytes(block, most));
  const own = x + <usize>first * 4;
  const skips = units > narrow && isSparse(own, <usize>features * 4, rows, end - first);
  if (rule != 0) prepareUpdate(rule, step, scratch);
  for (let k = 0; k < rows; k += most) {
    const depth = min(most, rows - k);
    const from = dz + <usize>k * unitBytes;
    const to = b + packedBytes(k, units);
    if (skips) packWidePanels(from, unitBytes, depth, units, to);
    else packColumns(from, unitBytes, depth, units, to);
  }
  if (skips) prepareLists(a);
  for (let feature = first; feature < end; feature += block) {
    const count = min(block, end - feature);
    const at = <usize>feature * unitBytes;
    const to = rule == 0 ? kernelGradient + at : gradient;
    let start = startZero;
    for (let k = 0; k < rows; k += most) {
      const depth = min(most, rows - k);
      const from = x + <usize>(k * features + feature) * 4;
      const panels = b + packedBytes(k, units);
      if (skips) sparseBlock(from, features, panels, to, count, units, depth, start, a, edge);
      else wholeBlock(from, features, panels, to, count, units, depth, start, a, edge);
      start = startSum;
    }
    // Up to a whole vector: buffers end with their cache line.
    if (rule != 0) updateRange(scratch, at, (at + <usize>count * unitBytes + 15) & ~15, gradient);
  }
}

/** Adds up `count` rows of dW with tiles that take every number. */
function wholeBlock(
  x: usize,
  features: i32,
  b: usize,
  c: usize,
  count: i32,
  units: i32,
  depth: i32,
  start: i32,
  a: usize,
  edge: usize,
): void {
  packColumnsAsRows(x, <usize>features * 4, count, depth, a);
  const row = <usize>depth * 4;
  const cStep = <usize>units * 4;
  multiplyPanels(a, row, 0, b, depth, c, cStep, count, units, start, 0, false, edge);
}

/** Adds up `count` rows of dW from the numbers of x that are not zero. */
function sparseBlock(
  x: usize,
  features: i32,
  b: usize,
  c: usize,
  count: i32,
  units: i32,
  depth: i32,
  start: i32,
  lists: usize,
  edge: usize,
): void {
  const ends = listEnds(lists, featureBlock(), depth);
  const cStep = <usize>units * 4;
  listColumns(x, <usize>features * 4, count, depth, lists, featureBlock());
  for (let column = 0; column < units; column += rowColumns) {
    const to = c + <usize>column * 4;
    const width = units - column;
    multiplyLists(firstList(lists), ends, count, depth, b, to, cStep, width, start, 0, false, edge);
    b += widePanelBytes(depth);
  }
}

function packWidePanels(from: usize, rowBytes: usize, depth: i32, columns: i32, to: usize): void {
  for (let column = 0; column < columns; column += rowColumns) {
    packWidePanel(from + <usize>column * 4, rowBytes, depth, columns - column, to);
    to += widePanelBytes(depth);
  }
}
