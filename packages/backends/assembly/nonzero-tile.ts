import { startBias, startSum } from './tile';

/**
 * The same for a panel of A that leaves out zeros (`pack-nonzero.ts`).
 *
 * @param a - [count, 4].
 * @param offsets - [count] uint32: bytes from `b` to the row that each group of `a` meets.
 * @param b - a packed panel of B.
 * @param c - 4 rows of 8, `cStep` bytes apart.
 * @param bias - 8 numbers, read if `start` is `startBias`.
 */
export function nonzeroTile(
  a: usize,
  offsets: usize,
  count: i32,
  b: usize,
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
  for (const end = a + <usize>count * 16; a < end; a += 16) {
    const at = b + <usize>load<u32>(offsets);
    const b0 = v128.load(at);
    const b1 = v128.load(at, 16);
    let x = v128.load32_splat(a);
    s00 = f32x4.add(s00, f32x4.mul(x, b0));
    s01 = f32x4.add(s01, f32x4.mul(x, b1));
    x = v128.load32_splat(a, 4);
    s10 = f32x4.add(s10, f32x4.mul(x, b0));
    s11 = f32x4.add(s11, f32x4.mul(x, b1));
    x = v128.load32_splat(a, 8);
    s20 = f32x4.add(s20, f32x4.mul(x, b0));
    s21 = f32x4.add(s21, f32x4.mul(x, b1));
    x = v128.load32_splat(a, 12);
    s30 = f32x4.add(s30, f32x4.mul(x, b0));
    s31 = f32x4.add(s31, f32x4.mul(x, b1));
    offsets += 4;
  }
  if (relu) {
    const zero = f32x4.splat(0);
    s00 = f32x4.max(s00, zero);
    s01 = f32x4.max(s01, zero);
    s10 = f32x4.max(s10, zero);
    s11 = f32x4.max(s11, zero);
    s20 = f32x4.max(s20, zero);
    s21 = f32x4.max(s21, zero);
    s30 = f32x4.max(s30, zero);
    s31 = f32x4.max(s31, zero);
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
