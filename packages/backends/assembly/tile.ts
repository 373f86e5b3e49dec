/**
 * @file The micro-kernel that all matrix products end in: a tile of sums that stay in registers while
 * steps of A and B pass by. Two vectors wide, and as high as the registers allow: with more rows a
 * number of B is loaded for more products, with too many sums are moved to memory and back, at half
 * the speed. How many are best depends on the processor (16 vector registers on x86, 32 on ARM) and on
 * how an engine deals them out. So one source is compiled for several heights, and the host times
 * them (`panel-rows.ts`). In all of them a sum adds its products in the order of `depth`: the bits are
 * the same.
 *
 * Nothing is computed but the sums: a constant or a maximum after the loop, and V8 keeps some of them
 * in memory within it, at half the speed again. Hence `reluTile`.
 */

import { multiplyAdd } from './multiply-add';

// Heights are types, since the compiler makes a function of its own for every type: the number of
// bytes of a class is the number of rows.
export class Four {
  a: u32 = 0;
}
export class Five extends Four {
  b: u8 = 0;
}
export class Six extends Five {
  c: u8 = 0;
}
export class Eight extends Six {
  d: u16 = 0;
}

/** Columns of a tile, two vectors. */
export const tileColumns: i32 = 8;
/** Bytes of one step of a packed panel of B. */
export const tileColumnBytes: usize = 32;

/** What a tile's sums start with. */
export const startZero: i32 = 0;
export const startBias: i32 = 1;
export const startSum: i32 = 2;

/**
 * `C = start + A B`
 *
 * @param a - a number for each row, beside each other; `aStep` bytes to the next step of `depth`.
 * @param b - a packed panel [depth, 8].
 * @param c - rows of 8, `cStep` bytes apart.
 * @param start - what is added to: rows of 8, `startStep` bytes apart; 0: nothing.
 */
export function tile<Rows>(
  a: usize,
  aStep: usize,
  b: usize,
  depth: i32,
  c: usize,
  cStep: usize,
  start: usize,
  startStep: usize,
): void {
  let s00 = f32x4.splat(0);
  let s01 = s00;
  let s10 = s00;
  let s11 = s00;
  let s20 = s00;
  let s21 = s00;
  let s30 = s00;
  let s31 = s00;
  let s40 = s00;
  let s41 = s00;
  let s50 = s00;
  let s51 = s00;
  let s60 = s00;
  let s61 = s00;
  let s70 = s00;
  let s71 = s00;
  if (start != 0) {
    s00 = v128.load(start);
    s01 = v128.load(start, 16);
    start += startStep;
    s10 = v128.load(start);
    s11 = v128.load(start, 16);
    start += startStep;
    s20 = v128.load(start);
    s21 = v128.load(start, 16);
    start += startStep;
    s30 = v128.load(start);
    s31 = v128.load(start, 16);
    if (offsetof<Rows>() > 4) {
      start += startStep;
      s40 = v128.load(start);
      s41 = v128.load(start, 16);
    }
    if (offsetof<Rows>() > 5) {
      start += startStep;
      s50 = v128.load(start);
      s51 = v128.load(start, 16);
    }
    if (offsetof<Rows>() > 6) {
      start += startStep;
      s60 = v128.load(start);
      s61 = v128.load(start, 16);
      start += startStep;
      s70 = v128.load(start);
      s71 = v128.load(start, 16);
    }
  }
  for (const end = b + <usize>depth * tileColumnBytes; b < end; b += tileColumnBytes) {
    const b0 = v128.load(b);
    const b1 = v128.load(b, 16);
    let x = v128.load32_splat(a);
    s00 = multiplyAdd(s00, x, b0);
    s01 = multiplyAdd(s01, x, b1);
    x = v128.load32_splat(a, 4);
    s10 = multiplyAdd(s10, x, b0);
    s11 = multiplyAdd(s11, x, b1);
    x = v128.load32_splat(a, 8);
    s20 = multiplyAdd(s20, x, b0);
    s21 = multiplyAdd(s21, x, b1);
    x = v128.load32_splat(a, 12);
    s30 = multiplyAdd(s30, x, b0);
    s31 = multiplyAdd(s31, x, b1);
    if (offsetof<Rows>() > 4) {
      x = v128.load32_splat(a, 16);
      s40 = multiplyAdd(s40, x, b0);
      s41 = multiplyAdd(s41, x, b1);
    }
    if (offsetof<Rows>() > 5) {
      x = v128.load32_splat(a, 20);
      s50 = multiplyAdd(s50, x, b0);
      s51 = multiplyAdd(s51, x, b1);
    }
    if (offsetof<Rows>() > 6) {
      x = v128.load32_splat(a, 24);
      s60 = multiplyAdd(s60, x, b0);
      s61 = multiplyAdd(s61, x, b1);
      x = v128.load32_splat(a, 28);
      s70 = multiplyAdd(s70, x, b0);
      s71 = multiplyAdd(s71, x, b1);
    }
    a += aStep;
  }
  v128.store(c, s00);
  v128.store(c, s01, 16);
  c += cStep;
  v128.store(c, s10);
  v128.store(c, s11, 16);
  c += cStep;
  v128.store(c, s20);
  v128.store(c, s21, 16);
  c += cStep;
  v128.store(c, s30);
  v128.store(c, s31, 16);
  if (offsetof<Rows>() > 4) {
    c += cStep;
    v128.store(c, s40);
    v128.store(c, s41, 16);
  }
  if (offsetof<Rows>() > 5) {
    c += cStep;
    v128.store(c, s50);
    v128.store(c, s51, 16);
  }
  if (offsetof<Rows>() > 6) {
    c += cStep;
    v128.store(c, s60);
    v128.store(c, s61, 16);
    c += cStep;
    v128.store(c, s70);
    v128.store(c, s71, 16);
  }
}

/** `C = max(0, C)` of a tile. */
export function reluTile(c: usize, cStep: usize, rows: i32): void {
  const zero = f32x4.splat(0);
  for (; rows > 0; rows--) {
    v128.store(c, f32x4.pmax(v128.load(c), zero));
    v128.store(c, f32x4.pmax(v128.load(c, 16), zero), 16);
    c += cStep;
  }
}
