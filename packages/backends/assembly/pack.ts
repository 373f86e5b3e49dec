/**
 * @file Copies parts of matrices into panels, the order in which the micro-kernel reads them: one
 * step of the sum after the other, so that it walks through memory in a straight line.
 */
import { lowRows, panelRows } from './panel-rows';
import { tileColumns } from './tile';

/** Bytes of `columns` columns of B packed: panels of 8 columns, the last one padded. */
export function packedColumnBytes(columns: i32, depth: i32): usize {
  return <usize>((columns + tileColumns - 1) / tileColumns) * <usize>depth * 32;
}

/** Most bytes of `rows` rows of A packed, the last panel padded. */
export function packedRowBytes(rows: i32, depth: i32): usize {
  return <usize>((rows + lowRows - 1) / lowRows) * <usize>depth * 16;
}

/**
 * Packs A into panels [depth, `panelRows`]. Where rows are missing, the last one stands in for them.
 *
 * @param from - [rows, depth], rows `rowBytes` apart.
 */
export function packRows(from: usize, rowBytes: usize, rows: i32, depth: i32, to: usize): void {
  for (let row = 0; row < rows;) {
    const height = panelRows(rows - row);
    // Four rows at a time; the last four of a panel may begin among those before them.
    for (let first = 0; first < height; first += 4) {
      const top = min(first, height - 4);
      const last = rows - row - top - 1;
      const r0 = from + <usize>(row + top) * rowBytes;
      const r1 = r0 + <usize>min(1, last) * rowBytes;
      const r2 = r0 + <usize>min(2, last) * rowBytes;
      const r3 = r0 + <usize>min(3, last) * rowBytes;
      transpose4(r0, r1, r2, r3, depth, to + <usize>top * 4, <usize>height * 4);
    }
    to += <usize>(depth * height) * 4;
    row += height;
  }
}

/**
 * Packs the transpose of a matrix as A: its columns are the rows of panels [depth, `panelRows`]. Beyond the last column whatever lies there is packed; no sum that counts reads it.
 *
 * @param from - [depth, columns], rows `rowBytes` apart.
 */
export function packColumnsAsRows(
  from: usize,
  rowBytes: usize,
  columns: i32,
  depth: i32,
  to: usize,
): void {
  for (let column = 0; column < columns;) {
    const height = panelRows(columns - column);
    const rest = <usize>(height - 4) * 4;
    let source = from + <usize>column * 4;
    for (let k = 0; k < depth; k++) {
      v128.store(to, v128.load(source));
      if (rest != 0) v128.store(to + rest, v128.load(source + rest));
      source += rowBytes;
      to += 16 + rest;
    }
    column += height;
  }
}

/**
 * Packs B into panels [depth, 8]; columns that are missing are zero.
 *
 * @param from - [depth, columns], rows `rowBytes` apart.
 */
export function packColumns(
  from: usize,
  rowBytes: usize,
  depth: i32,
  columns: i32,
  to: usize,
): void {
  for (let column = 0; column < columns; column += tileColumns) {
    let source = from + <usize>column * 4;
    const count = columns - column;
    if (count >= tileColumns) {
      for (let k = 0; k < depth; k++) {
        v128.store(to, v128.load(source));
        v128.store(to, v128.load(source, 16), 16);
        source += rowBytes;
        to += 32;
      }
    } else {
      for (let k = 0; k < depth; k++) {
        for (let j = 0; j < tileColumns; j++) {
          const value = j < count ? load<f32>(source + <usize>j * 4) : 0;
          store<f32>(to + <usize>j * 4, value);
        }
        source += rowBytes;
        to += 32;
      }
    }
  }
}

/**
 * Packs the transpose of a matrix as B: panels [depth, 8]. Where columns are missing, the last one
 * stands in for them.
 *
 * @param from - [columns, depth], rows `rowBytes` apart.
 */
export function packTransposed(
  from: usize,
  rowBytes: usize,
  depth: i32,
  columns: i32,
  to: usize,
): void {
  for (let column = 0; column < columns; column += tileColumns) {
    const last = columns - column - 1;
    const start = from + <usize>column * rowBytes;
    for (let half = 0; half < 8; half += 4) {
      transpose4(
        start + <usize>min(half, last) * rowBytes,
        start + <usize>min(half + 1, last) * rowBytes,
        start + <usize>min(half + 2, last) * rowBytes,
        start + <usize>min(half + 3, last) * rowBytes,
        depth,
        to + <usize>half * 4,
        32,
      );
    }
    to += <usize>depth * 32;
  }
}

/** Writes number k of four rows beside each other, `step` bytes from those of k - 1. */
function transpose4(
  r0: usize,
  r1: usize,
  r2: usize,
  r3: usize,
  length: i32,
  to: usize,
  step: usize,
): void {
  let k = 0;
  for (; k + 4 <= length; k += 4) {
    const x0 = v128.load(r0);
    const x1 = v128.load(r1);
    const x2 = v128.load(r2);
    const x3 = v128.load(r3);
    const low01 = v128.shuffle<i32>(x0, x1, 0, 4, 1, 5);
    const high01 = v128.shuffle<i32>(x0, x1, 2, 6, 3, 7);
    const low23 = v128.shuffle<i32>(x2, x3, 0, 4, 1, 5);
    const high23 = v128.shuffle<i32>(x2, x3, 2, 6, 3, 7);
    v128.store(to, v128.shuffle<i64>(low01, low23, 0, 2));
    to += step;
    v128.store(to, v128.shuffle<i64>(low01, low23, 1, 3));
    to += step;
    v128.store(to, v128.shuffle<i64>(high01, high23, 0, 2));
    to += step;
    v128.store(to, v128.shuffle<i64>(high01, high23, 1, 3));
    to += step;
    r0 += 16;
    r1 += 16;
    r2 += 16;
    r3 += 16;
  }
  for (; k < length; k++) {
    store<f32>(to, load<f32>(r0));
    store<f32>(to, load<f32>(r1), 4);
    store<f32>(to, load<f32>(r2), 8);
    store<f32>(to, load<f32>(r3), 12);
    to += step;
    r0 += 4;
    r1 += 4;
    r2 += 4;
    r3 += 4;
  }
}
