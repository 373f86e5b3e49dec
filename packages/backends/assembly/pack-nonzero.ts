/**
 * @file Panels of A that leave out what is zero. Images are mostly background and activations after
 * `relu` mostly zero: where four numbers of a panel that meet the same row of B are all zero, they
 * add nothing to any sum, and the row is skipped. The sums are the same to the last bit.
 *
 * A panel is `count` groups of four numbers, and for each the offset of its row in a panel of B. Room
 * is for `depth` of each; counts of all panels lie beside each other.
 */
import { tileRows } from './tile';

/** Bytes for the numbers, the offsets and the counts of all panels. */
export function nonzeroRowBytes(rows: i32, depth: i32): usize {
  const panels = <usize>((rows + tileRows - 1) / tileRows);
  return panels * (<usize>depth * 20 + 4);
}

/** Where the offsets begin behind the numbers of `rows` rows. */
export function nonzeroOffsets(panels: usize, rows: i32, depth: i32): usize {
  return panels + <usize>((rows + tileRows - 1) / tileRows) * <usize>depth * 16;
}

/** Where the counts begin behind the offsets. */
export function nonzeroCounts(panels: usize, rows: i32, depth: i32): usize {
  return panels + <usize>((rows + tileRows - 1) / tileRows) * <usize>depth * 20;
}

/**
 * Packs A [rows, depth], rows `rowBytes` apart; where rows are missing, the last one stands in.
 */
export function packNonzeroRows(
  from: usize,
  rowBytes: usize,
  rows: i32,
  depth: i32,
  to: usize,
): void {
  let offsets = nonzeroOffsets(to, rows, depth);
  let counts = nonzeroCounts(to, rows, depth);
  for (let row = 0; row < rows; row += tileRows) {
    const last = rows - row - 1;
    const r0 = from + <usize>row * rowBytes;
    const r1 = r0 + <usize>min(1, last) * rowBytes;
    const r2 = r0 + <usize>min(2, last) * rowBytes;
    const r3 = r0 + <usize>min(3, last) * rowBytes;
    store<i32>(counts, packPanel(r0, r1, r2, r3, depth, to, offsets));
    to += <usize>depth * 16;
    offsets += <usize>depth * 4;
    counts += 4;
  }
}

/** @returns how many groups are not all zero. */
function packPanel(
  r0: usize,
  r1: usize,
  r2: usize,
  r3: usize,
  depth: i32,
  to: usize,
  offsets: usize,
): i32 {
  const start = to;
  const end = <usize>depth * 4;
  let k: usize = 0;
  for (; k + 16 <= end; k += 16) {
    const x0 = v128.load(r0 + k);
    const x1 = v128.load(r1 + k);
    const x2 = v128.load(r2 + k);
    const x3 = v128.load(r3 + k);
    if (!v128.any_true(v128.or(v128.or(x0, x1), v128.or(x2, x3)))) continue;
    const low01 = v128.shuffle<i32>(x0, x1, 0, 4, 1, 5);
    const high01 = v128.shuffle<i32>(x0, x1, 2, 6, 3, 7);
    const low23 = v128.shuffle<i32>(x2, x3, 0, 4, 1, 5);
    const high23 = v128.shuffle<i32>(x2, x3, 2, 6, 3, 7);
    let kept = keep(v128.shuffle<i64>(low01, low23, 0, 2), k, to, offsets);
    to += kept * 16;
    offsets += kept * 4;
    kept = keep(v128.shuffle<i64>(low01, low23, 1, 3), k + 4, to, offsets);
    to += kept * 16;
    offsets += kept * 4;
    kept = keep(v128.shuffle<i64>(high01, high23, 0, 2), k + 8, to, offsets);
    to += kept * 16;
    offsets += kept * 4;
    kept = keep(v128.shuffle<i64>(high01, high23, 1, 3), k + 12, to, offsets);
    to += kept * 16;
    offsets += kept * 4;
  }
  for (; k < end; k += 4) {
    let group = v128.load32_zero(r0 + k);
    group = f32x4.replace_lane(group, 1, load<f32>(r1 + k));
    group = f32x4.replace_lane(group, 2, load<f32>(r2 + k));
    group = f32x4.replace_lane(group, 3, load<f32>(r3 + k));
    const kept = keep(group, k, to, offsets);
    to += kept * 16;
    offsets += kept * 4;
  }
  return <i32>((to - start) / 16);
}

/** Writes a group and its offset, 8 bytes of B's panel for each byte of `k`. @returns 1 or 0. */
function keep(group: v128, k: usize, to: usize, offsets: usize): usize {
  v128.store(to, group);
  store<u32>(offsets, <u32>(k * 8));
  return <usize>v128.any_true(group);
}

/**
 * Packs the transpose of [depth, columns], rows `rowBytes` apart: its columns are the rows of A.
 * Beyond the last column whatever lies there is packed; no sum that counts reads it.
 */
export function packNonzeroColumns(
  from: usize,
  rowBytes: usize,
  columns: i32,
  depth: i32,
  to: usize,
): void {
  let offsets = nonzeroOffsets(to, columns, depth);
  let counts = nonzeroCounts(to, columns, depth);
  for (let column = 0; column < columns; column += tileRows) {
    let source = from + <usize>column * 4;
    let at = to;
    let list = offsets;
    for (let k = 0; k < depth; k++) {
      const kept = keep(v128.load(source), <usize>k * 4, at, list);
      at += kept * 16;
      list += kept * 4;
      source += rowBytes;
    }
    store<i32>(counts, <i32>((at - to) / 16));
    to += <usize>depth * 16;
    offsets += <usize>depth * 4;
    counts += 4;
  }
}
