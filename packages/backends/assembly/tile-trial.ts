import { edgeTileBytes, multiplyPanels } from './multiply-panels';
import { startZero } from './tile';

/** A multiple of every height of a tile. */
const rows: i32 = 120;
const columns: i32 = 16;
/** As many steps as the products of a small batch, or of a convolution with a few dozen channels, have. */
const depth: i32 = 48;

/** Bytes of memory that `tileTrial` needs, some 34 KB: A, B and C stay in the first cache. */
export function tileTrialBytes(): usize {
  return edgeTileBytes + <usize>(rows * depth + depth * columns + rows * columns) * 4;
}

/** Multiplications and additions of `tileTrial`. */
export function tileTrialOperations(): i32 {
  return 2 * rows * columns * depth;
}

/** Multiplies packed matrices that lie at `at`: what the host times. */
export function tileTrial(at: usize): void {
  const a = at + edgeTileBytes;
  const b = a + <usize>(rows * depth) * 4;
  const c = b + <usize>(depth * columns) * 4;
  const aRow = <usize>depth * 4;
  const cStep = <usize>columns * 4;
  multiplyPanels(a, aRow, 0, b, depth, c, cStep, rows, columns, startZero, 0, false, at);
}
