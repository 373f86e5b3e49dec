import { startSum, tile, tileColumns, tileRows } from './tile';

/** Bytes of a panel of B that may stay in the first cache while A passes by. */
const nearBytes: usize = 24 * 1024;

/** Bytes of scratch that `multiplyPanels` needs. */
export const edgeTileBytes: usize = 128;

/**
 * `C = start + A B` over panels, tile by tile. Every sum adds its products in the order of `depth`,
 * whichever tile it falls into, so the numbers do not depend on how the work is split.
 *
 * @param a - panels of 4 rows, `aPanel` bytes apart, `aStep` bytes a step.
 * @param b - packed panels [depth, 8], one after the other.
 * @param c - [rows, columns], rows `cStep` bytes apart.
 * @param edge - `edgeTileBytes` of scratch.
 */
export function multiplyPanels(
  a: usize,
  aPanel: usize,
  aStep: usize,
  b: usize,
  depth: i32,
  c: usize,
  cStep: usize,
  rows: i32,
  columns: i32,
  start: i32,
  bias: usize,
  relu: bool,
  edge: usize,
): void {
  const bPanel = <usize>depth * 32;
  if (<usize>columns * <usize>depth * 4 <= nearBytes) {
    for (let row = 0; row < rows; row += tileRows) {
      let panel = b;
      for (let column = 0; column < columns; column += tileColumns) {
        const at = c + <usize>row * cStep + <usize>column * 4;
        const from = bias + <usize>column * 4;
        const height = rows - row;
        const width = columns - column;
        anyTile(a, aStep, panel, depth, at, cStep, height, width, start, from, relu, edge);
        panel += bPanel;
      }
      a += aPanel;
    }
    return;
  }
  for (let column = 0; column < columns; column += tileColumns) {
    let panel = a;
    for (let row = 0; row < rows; row += tileRows) {
      const at = c + <usize>row * cStep + <usize>column * 4;
      const from = bias + <usize>column * 4;
      const height = rows - row;
      const width = columns - column;
      anyTile(panel, aStep, b, depth, at, cStep, height, width, start, from, relu, edge);
      panel += aPanel;
    }
    b += bPanel;
  }
}

/** A tile of which only `height` x `width` sums belong to C: the rest is computed beside it. */
function anyTile(
  a: usize,
  aStep: usize,
  b: usize,
  depth: i32,
  c: usize,
  cStep: usize,
  height: i32,
  width: i32,
  start: i32,
  bias: usize,
  relu: bool,
  edge: usize,
): void {
  const isWhole = height >= tileRows && width >= tileColumns;
  const to = isWhole ? c : edge;
  const toStep = isWhole ? cStep : 32;
  height = min(height, tileRows);
  width = min(width, tileColumns);
  if (!isWhole && start == startSum) copyTile(c, cStep, to, toStep, height, width);
  tile(a, aStep, b, depth, to, toStep, start, bias, relu);
  if (!isWhole) copyTile(to, toStep, c, cStep, height, width);
}

/** Copies `height` rows of `width` numbers, `fromStep` and `toStep` bytes apart. */
export function copyTile(
  from: usize,
  fromStep: usize,
  to: usize,
  toStep: usize,
  height: i32,
  width: i32,
): void {
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      store<f32>(to + <usize>column * 4, load<f32>(from + <usize>column * 4));
    }
    from += fromStep;
    to += toStep;
  }
}
