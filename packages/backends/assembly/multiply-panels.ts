import { panelRows } from './panel-rows';
import { Eight, Five, Four, reluTile, Six, startBias, startSum, tile, tileColumns } from './tile';

/** Bytes of a panel of B that may stay in the first cache while A passes by. */
const nearBytes: usize = 24 * 1024;

/** Bytes of scratch that `multiplyPanels` needs. */
export const edgeTileBytes: usize = 256;

/**
 * `C = start + A B` over panels, tile by tile. Every sum adds its products in the order of `depth`,
 * whichever tile it falls into, so the numbers do not depend on how the work is split.
 *
 * @param a - panels of `panelRows`; a panel begins `aRow` bytes further for every row before it.
 * @param aStep - bytes to the next step of `depth`; 0: the steps of a panel follow each other.
 * @param b - packed panels [depth, 8], one after the other.
 * @param c - [rows, columns], rows `cStep` bytes apart.
 * @param edge - `edgeTileBytes` of scratch.
 */
export function multiplyPanels(
  a: usize,
  aRow: usize,
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
    for (let row = 0; row < rows;) {
      const panel = a + <usize>row * aRow;
      const to = c + <usize>row * cStep;
      let from = b;
      for (let column = 0; column < columns; column += tileColumns) {
        const left = rows - row;
        const width = columns - column;
        const at = to + <usize>column * 4;
        const add = bias + <usize>column * 4;
        anyTile(panel, aStep, from, depth, at, cStep, left, width, start, add, relu, edge);
        from += bPanel;
      }
      row += panelRows(rows - row);
    }
    return;
  }
  for (let column = 0; column < columns; column += tileColumns) {
    const to = c + <usize>column * 4;
    const add = bias + <usize>column * 4;
    for (let row = 0; row < rows;) {
      const panel = a + <usize>row * aRow;
      const left = rows - row;
      const width = columns - column;
      const at = to + <usize>row * cStep;
      anyTile(panel, aStep, b, depth, at, cStep, left, width, start, add, relu, edge);
      row += panelRows(left);
    }
    b += bPanel;
  }
}

/** The next tile where `left` rows and `width` columns are left; what is not C's is computed beside it. */
function anyTile(
  a: usize,
  aStep: usize,
  b: usize,
  depth: i32,
  c: usize,
  cStep: usize,
  left: i32,
  width: i32,
  start: i32,
  bias: usize,
  relu: bool,
  edge: usize,
): void {
  const rows = panelRows(left);
  const isWhole = left >= rows && width >= tileColumns;
  const to = isWhole ? c : edge;
  const toStep = isWhole ? cStep : 32;
  const step = aStep == 0 ? <usize>rows * 4 : aStep;
  left = min(left, rows);
  width = min(width, tileColumns);
  let from: usize = 0;
  let fromStep: usize = 0;
  if (start == startBias) {
    from = bias;
  } else if (start == startSum) {
    if (!isWhole) copyTile(c, cStep, to, toStep, left, width);
    from = to;
    fromStep = toStep;
  }
  if (rows == 4) tile<Four>(a, step, b, depth, to, toStep, from, fromStep);
  else if (rows == 5) tile<Five>(a, step, b, depth, to, toStep, from, fromStep);
  else if (rows == 6) tile<Six>(a, step, b, depth, to, toStep, from, fromStep);
  else tile<Eight>(a, step, b, depth, to, toStep, from, fromStep);
  if (relu) reluTile(to, toStep, rows);
  if (!isWhole) copyTile(to, toStep, c, cStep, left, width);
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
