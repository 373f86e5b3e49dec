/**
 * @file Lists of what is not zero. Images are mostly background and activations after `relu` mostly
 * zero; a zero adds nothing to a sum, so a product that takes only the others has the same bits.
 *
 * A list has room for `depth` entries of `entryBytes` and some more: a number, and the offset of the
 * row of a wide panel that it meets. Ends, one address a list, say how far each is filled.
 *
 * Four numbers are looked at together: a table says, for each of the 16 ways in which they can be zero
 * or not, which bytes move to the front.
 */
import { entryBytes, rowColumnBytes } from './nonzero-row';

/**
 * Above this share of numbers that are not zero, tiles that take them all are faster: 4 x 8 sums from
 * about 0.75 on, higher tiles from 0.65.
 */
const sparse: f32 = 0.7;

/** Up to this many columns of B, finding the zeros takes longer than multiplying them. */
export const narrow: i32 = 16;

/** Bytes of the table of moves. */
const tableBytes: usize = 256;

/** Bytes of one list: four entries are written at a time, however many count. */
export function listRoom(depth: i32): usize {
  return <usize>((depth + 3) & ~3) * entryBytes + 32;
}

/** Bytes of the table, `count` lists and their ends; columns are listed four at a time. */
export function listBytes(count: i32, depth: i32): usize {
  return <usize>((count + 3) & ~3) * (listRoom(depth) + 4) + tableBytes;
}

/** Where the lists begin behind the table. */
export function firstList(lists: usize): usize {
  return lists + tableBytes;
}

/** Where the ends lie behind the lists. */
export function listEnds(lists: usize, count: i32, depth: i32): usize {
  return firstList(lists) + <usize>((count + 3) & ~3) * listRoom(depth);
}

/** Writes the table of moves, once before the first list. */
export function prepareLists(table: usize): void {
  for (let mask = 0; mask < 16; mask++) {
    let to = table + <usize>mask * 16;
    for (let lane = 0; lane < 4; lane++) {
      if (((mask >> lane) & 1) == 0) continue;
      store<u32>(to, 0x03020100 + 0x04040404 * lane);
      to += 4;
    }
    // Beyond the last byte there is nothing to move.
    for (const end = table + <usize>mask * 16 + 16; to < end; to += 4) store<u32>(to, 0xffffffff);
  }
}

/** Whether so much of [rows, columns], rows `rowBytes` apart, is zero that skipping it pays. */
export function isSparse(from: usize, rowBytes: usize, rows: i32, columns: i32): bool {
  const zero = f32x4.splat(0);
  let counts = i32x4.splat(0);
  let count = 0;
  for (let row = 0; row < rows; row++) {
    let i = 0;
    // A comparison gives -1 where it is true.
    for (; i + 4 <= columns; i += 4) {
      counts = i32x4.sub(counts, f32x4.ne(v128.load(from + <usize>i * 4), zero));
    }
    for (; i < columns; i++) count += i32(load<f32>(from + <usize>i * 4) != 0);
    from += rowBytes;
  }
  count += i32x4.extract_lane(counts, 0) + i32x4.extract_lane(counts, 1);
  count += i32x4.extract_lane(counts, 2) + i32x4.extract_lane(counts, 3);
  return <f32>count <= sparse * <f32>(rows * columns);
}

/**
 * Lists the rows of [rows, depth], `rowBytes` apart.
 *
 * @param table - the table, and behind it room for the lists.
 */
export function listRows(from: usize, rowBytes: usize, rows: i32, depth: i32, table: usize): void {
  let lists = firstList(table);
  let ends = listEnds(table, rows, depth);
  for (let row = 0; row < rows; row++) {
    let to = lists;
    let offsets = firstOffsets();
    let k = 0;
    for (; k + 4 <= depth; k += 4) {
      to += enter4(v128.load(from + <usize>k * 4), offsets, to, table);
      offsets = i32x4.add(offsets, i32x4.splat(4 * <i32>rowColumnBytes));
    }
    for (; k < depth; k++) to += enter(load<u32>(from + <usize>k * 4), k, to);
    store<usize>(ends, to);
    ends += 4;
    from += rowBytes;
    lists += listRoom(depth);
  }
}

/**
 * Lists the columns of [depth, columns], rows `rowBytes` apart, four at a time. Beyond the last
 * column whatever lies there is listed.
 *
 * @param count - lists that there is room for.
 */
export function listColumns(
  from: usize,
  rowBytes: usize,
  columns: i32,
  depth: i32,
  table: usize,
  count: i32,
): void {
  const room = listRoom(depth);
  let lists = firstList(table);
  let ends = listEnds(table, count, depth);
  for (let column = 0; column < columns; column += 4) {
    let source = from + <usize>column * 4;
    let to0 = lists;
    let to1 = to0 + room;
    let to2 = to1 + room;
    let to3 = to2 + room;
    let offsets = firstOffsets();
    let k = 0;
    for (; k + 4 <= depth; k += 4) {
      const x0 = v128.load(source);
      const x1 = v128.load(source + rowBytes);
      const x2 = v128.load(source + 2 * rowBytes);
      const x3 = v128.load(source + 3 * rowBytes);
      const low01 = v128.shuffle<i32>(x0, x1, 0, 4, 1, 5);
      const high01 = v128.shuffle<i32>(x0, x1, 2, 6, 3, 7);
      const low23 = v128.shuffle<i32>(x2, x3, 0, 4, 1, 5);
      const high23 = v128.shuffle<i32>(x2, x3, 2, 6, 3, 7);
      to0 += enter4(v128.shuffle<i64>(low01, low23, 0, 2), offsets, to0, table);
      to1 += enter4(v128.shuffle<i64>(low01, low23, 1, 3), offsets, to1, table);
      to2 += enter4(v128.shuffle<i64>(high01, high23, 0, 2), offsets, to2, table);
      to3 += enter4(v128.shuffle<i64>(high01, high23, 1, 3), offsets, to3, table);
      offsets = i32x4.add(offsets, i32x4.splat(4 * <i32>rowColumnBytes));
      source += 4 * rowBytes;
    }
    for (; k < depth; k++) {
      to0 += enter(load<u32>(source), k, to0);
      to1 += enter(load<u32>(source, 4), k, to1);
      to2 += enter(load<u32>(source, 8), k, to2);
      to3 += enter(load<u32>(source, 12), k, to3);
      source += rowBytes;
    }
    store<usize>(ends, to0);
    store<usize>(ends, to1, 4);
    store<usize>(ends, to2, 8);
    store<usize>(ends, to3, 12);
    ends += 16;
    lists += room * 4;
  }
}

/** Offsets of the first four rows of a panel. */
function firstOffsets(): v128 {
  const row = <i32>rowColumnBytes;
  return i32x4(0, row, 2 * row, 3 * row);
}

/** Writes entries of four numbers and four offsets. @returns by how much the list grows. */
function enter4(numbers: v128, offsets: v128, to: usize, table: usize): usize {
  const mask = i32x4.bitmask(f32x4.ne(numbers, f32x4.splat(0)));
  const moves = v128.load(table + <usize>mask * 16);
  const kept = v128.swizzle(numbers, moves);
  const rows = v128.swizzle(offsets, moves);
  v128.store(to, v128.shuffle<i32>(kept, rows, 0, 4, 1, 5));
  v128.store(to, v128.shuffle<i32>(kept, rows, 2, 6, 3, 7), 16);
  return <usize>popcnt(mask) * entryBytes;
}

/** The same of one number, given by its bits: +0 and -0 are not kept. */
function enter(bits: u32, k: i32, to: usize): usize {
  store<u32>(to, bits);
  store<u32>(to, <u32>k * <u32>rowColumnBytes, 4);
  return <usize>(bits << 1 != 0) * entryBytes;
}
