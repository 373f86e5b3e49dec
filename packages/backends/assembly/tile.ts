/**
 * @file The micro-kernel that all matrix products end in. A tile of 4 x 8 sums stays in registers: 8
 * accumulators, 2 vectors of B and 1 number of A a step fit the 16 registers of x86 (a 6 x 8 tile
 * spills, at half the speed), and 8 multiplications hide the latency of the additions.
 */

import { multiplyAdd } from './multiply-add';

/** Rows of a tile. */
export const tileRows: i32 = 4;
/** Columns of a tile, two vectors. */
export const tileColumns: i32 = 8;
/** Bytes of one step of a packed panel of B. */
export const tileColumnBytes: usize = 32;

/** What a tile's sums start with. */
export const startZero: i32 = 0;
export const startBias: i32 = 1;
export const startSum: i32 = 2;

/**
 * `C = start + A B`, with max(0, C) on request; products are added in the order of `depth`.
 *
 * @param a - numbers of 4 rows, beside each other; `aStep` bytes to the next step of `depth`.
 * @param b - a packed panel [depth, 8].
 * @param c - 4 rows of 8, `cStep` bytes apart.
 * @param bias - 8 numbers, read if `start` is `startBias`.
 */
export function tile(
  a: usize,
  aStep: usize,
  b: usize,
  depth: i32,
  c: usize,
  cStep: usize,
  start: i32,
  bias: usize,
  relu: bool,
): void {
  const c1 = c + cStep;
  const c2 = c1 + cStep;
  const c3 = c2 + cStep;
  let s00 = f32x4.splat(0);
  let s01 = s00;
  let s10 = s00;
  let s11 = s00;
  let s20 = s00;
  let s21 = s00;
  let s30 = s00;
  let s31 = s00;
  if (start == startSum) {
    s00 = v128.load(c);
    s01 = v128.load(c, 16);
    s10 = v128.load(c1);
    s11 = v128.load(c1, 16);
    s20 = v128.load(c2);
    s21 = v128.load(c2, 16);
    s30 = v128.load(c3);
    s31 = v128.load(c3, 16);
  } else if (start == startBias) {
    s00 = v128.load(bias);
    s01 = v128.load(bias, 16);
    s10 = s00;
    s11 = s01;
    s20 = s00;
    s21 = s01;
    s30 = s00;
    s31 = s01;
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
    a += aStep;
  }
  if (relu) {
    const zero = f32x4.splat(0);
    s00 = f32x4.pmax(s00, zero);
    s01 = f32x4.pmax(s01, zero);
    s10 = f32x4.pmax(s10, zero);
    s11 = f32x4.pmax(s11, zero);
    s20 = f32x4.pmax(s20, zero);
    s21 = f32x4.pmax(s21, zero);
    s30 = f32x4.pmax(s30, zero);
    s31 = f32x4.pmax(s31, zero);
  }
  v128.store(c, s00);
  v128.store(c, s01, 16);
  v128.store(c1, s10);
  v128.store(c1, s11, 16);
  v128.store(c2, s20);
  v128.store(c2, s21, 16);
  v128.store(c3, s30);
  v128.store(c3, s31, 16);
}
