import { listRoom } from './nonzero-lists';
import { nonzeroHalfRow, nonzeroRow, rowColumnBytes, rowColumns } from './nonzero-row';
import { startBias, startSum } from './tile';

/** Columns that the narrower micro-kernel takes. */
const halfColumns: i32 = 16;

/** Bytes of scratch that `multiplyLists` needs. */
export const edgeRowBytes: usize = 256;

/** Bytes of a wide panel. */
export function widePanelBytes(depth: i32): usize {
  return <usize>depth * rowColumnBytes;
}

/** Packs up to 28 columns of B [depth, ...], rows `rowBytes` apart; columns that are missing are zero. */
export function packWidePanel(
  from: usize,
  rowBytes: usize,
  depth: i32,
  columns: i32,
  to: usize,
): void {
  const whole = <usize>(columns / 4) * 16;
  const end = <usize>columns * 4;
  for (let k = 0; k < depth; k++) {
    if (columns >= rowColumns) {
      for (let i: usize = 0; i < rowColumnBytes; i += 16) v128.store(to + i, v128.load(from + i));
    } else {
      let i: usize = 0;
      for (; i < whole; i += 16) v128.store(to + i, v128.load(from + i));
      for (; i < end; i += 4) store<f32>(to + i, load<f32>(from + i));
      for (; i < rowColumnBytes; i += 4) store<f32>(to + i, 0);
    }
    from += rowBytes;
    to += rowColumnBytes;
  }
}

/**
 * `C = start + A B` for one wide panel of B, row by row of A.
 *
 * @param lists - of A's rows.
 * @param ends - of the lists.
 * @param columns - that belong to C, at most 28.
 * @param c - rows `cStep` bytes apart.
 * @param edge - `edgeRowBytes` of scratch.
 */
export function multiplyLists(
  lists: usize,
  ends: usize,
  rows: i32,
  depth: i32,
  b: usize,
  c: usize,
  cStep: usize,
  columns: i32,
  start: i32,
  bias: usize,
  relu: bool,
  edge: usize,
): void {
  const room = listRoom(depth);
  for (let row = 0; row < rows; row++) {
    const end = load<usize>(ends);
    if (columns >= rowColumns) nonzeroRow(lists, end, b, c, start, bias, relu);
    else edgeRow(lists, end, b, c, columns, start, bias, relu, edge);
    lists += room;
    ends += 4;
    c += cStep;
  }
}

/** A row of which only `columns` sums belong to C: the rest is computed beside it. */
function edgeRow(
  list: usize,
  end: usize,
  b: usize,
  c: usize,
  columns: i32,
  start: i32,
  bias: usize,
  relu: bool,
  edge: usize,
): void {
  if (start == startSum) copyNumbers(c, edge, columns);
  else if (start == startBias) copyNumbers(bias, edge + rowColumnBytes, columns);
  if (columns > halfColumns) {
    nonzeroRow(list, end, b, edge, start, edge + rowColumnBytes, relu);
  } else {
    nonzeroHalfRow(list, end, b, edge, start, edge + rowColumnBytes, relu);
  }
  copyNumbers(edge, c, columns);
}

/** `to[i] = from[i]`: a loop, since a call to copy memory takes longer than so few numbers. */
function copyNumbers(from: usize, to: usize, count: i32): void {
  for (let i: usize = 0; i < <usize>count * 4; i += 4) store<f32>(to + i, load<f32>(from + i));
}
