/**
 * @file Micro-kernels of convolutions that read windows where they lie in the image, instead of copies
 * of them. Their tiles are 8 columns, two vectors, by 3 or 4 rows.
 */
import { multiplyAdd } from './multiply-add';
import { startSum } from './tile';

/** Outputs beside each other in a tile. */
export const tileRows: i32 = 4;

/**
 * Outputs of eight filters, four beside each other at a time: `C = bias + windows F`, with max(0, C) on
 * request; products are added in the order of a window's numbers.
 *
 * @param a - first number of the first output's window; `aPixel` bytes to that of the next.
 * @param tiles - how many times four outputs.
 * @param runs - rows of a window, `aRow` bytes apart, of `run` numbers each.
 * @param b - the filters, a packed panel [runs * run, 8].
 * @param c - 4 tiles rows of 8, `cStep` bytes apart.
 * @param bias - 8 numbers; 0: none.
 */
export function outputTiles(
  a: usize,
  aPixel: usize,
  tiles: i32,
  runs: i32,
  run: i32,
  aRow: usize,
  b: usize,
  c: usize,
  cStep: usize,
  bias: usize,
  relu: bool,
): void {
  const bRun = <usize>run * 32;
  for (; tiles > 0; tiles--) {
    let s00 = f32x4.splat(0);
    let s01 = s00;
    if (bias != 0) {
      s00 = v128.load(bias);
      s01 = v128.load(bias, 16);
    }
    let s10 = s00;
    let s11 = s01;
    let s20 = s00;
    let s21 = s01;
    let s30 = s00;
    let s31 = s01;
    let row = a;
    let panel = b;
    for (let y = 0; y < runs; y++) {
      let a0 = row;
      let a1 = a0 + aPixel;
      let a2 = a1 + aPixel;
      let a3 = a2 + aPixel;
      for (const end = panel + bRun; panel < end; panel += 32) {
        const b0 = v128.load(panel);
        const b1 = v128.load(panel, 16);
        let x = v128.load32_splat(a0);
        s00 = multiplyAdd(s00, x, b0);
        s01 = multiplyAdd(s01, x, b1);
        x = v128.load32_splat(a1);
        s10 = multiplyAdd(s10, x, b0);
        s11 = multiplyAdd(s11, x, b1);
        x = v128.load32_splat(a2);
        s20 = multiplyAdd(s20, x, b0);
        s21 = multiplyAdd(s21, x, b1);
        x = v128.load32_splat(a3);
        s30 = multiplyAdd(s30, x, b0);
        s31 = multiplyAdd(s31, x, b1);
        a0 += 4;
        a1 += 4;
        a2 += 4;
        a3 += 4;
      }
      row += aRow;
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
    c += cStep;
    v128.store(c, s10);
    v128.store(c, s11, 16);
    c += cStep;
    v128.store(c, s20);
    v128.store(c, s21, 16);
    c += cStep;
    v128.store(c, s30);
    v128.store(c, s31, 16);
    c += cStep;
    a += 4 * aPixel;
  }
}

/**
 * Gradients of three numbers of the window in eight filters: `C = start + sum over the outputs of
 * a[output] b[output]`, output after output.
 *
 * @param a0 - what the window's number reads at the first output; `a1` and `a2` those of the others.
 * @param aPixel - bytes to what it reads at the next output; `aSkip` bytes more at the end of a row.
 * @param rows - rows of outputs, `width` in each.
 * @param b - gradients of the outputs, `bStep` bytes apart.
 * @param c - 3 rows of 8, `cStep` bytes apart.
 * @param start - `startZero` or `startSum`.
 */
export function gradientTile3(
  a0: usize,
  a1: usize,
  a2: usize,
  aPixel: usize,
  aSkip: usize,
  rows: i32,
  width: i32,
  b: usize,
  bStep: usize,
  c: usize,
  cStep: usize,
  start: i32,
): void {
  const c1 = c + cStep;
  const c2 = c1 + cStep;
  let s00 = f32x4.splat(0);
  let s01 = s00;
  let s10 = s00;
  let s11 = s00;
  let s20 = s00;
  let s21 = s00;
  if (start == startSum) {
    s00 = v128.load(c);
    s01 = v128.load(c, 16);
    s10 = v128.load(c1);
    s11 = v128.load(c1, 16);
    s20 = v128.load(c2);
    s21 = v128.load(c2, 16);
  }
  const rowBytes = <usize>width * bStep;
  for (; rows > 0; rows--) {
    for (const end = b + rowBytes; b < end; b += bStep) {
      const b0 = v128.load(b);
      const b1 = v128.load(b, 16);
      let x = v128.load32_splat(a0);
      s00 = multiplyAdd(s00, x, b0);
      s01 = multiplyAdd(s01, x, b1);
      x = v128.load32_splat(a1);
      s10 = multiplyAdd(s10, x, b0);
      s11 = multiplyAdd(s11, x, b1);
      x = v128.load32_splat(a2);
      s20 = multiplyAdd(s20, x, b0);
      s21 = multiplyAdd(s21, x, b1);
      a0 += aPixel;
      a1 += aPixel;
      a2 += aPixel;
    }
    a0 += aSkip;
    a1 += aSkip;
    a2 += aSkip;
  }
  v128.store(c, s00);
  v128.store(c, s01, 16);
  v128.store(c1, s10);
  v128.store(c1, s11, 16);
  v128.store(c2, s20);
  v128.store(c2, s21, 16);
}

/** {@link gradientTile3} of four numbers of the window. */
export function gradientTile4(
  a0: usize,
  a1: usize,
  a2: usize,
  a3: usize,
  aPixel: usize,
  aSkip: usize,
  rows: i32,
  width: i32,
  b: usize,
  bStep: usize,
  c: usize,
  cStep: usize,
  start: i32,
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
  }
  const rowBytes = <usize>width * bStep;
  for (; rows > 0; rows--) {
    for (const end = b + rowBytes; b < end; b += bStep) {
      const b0 = v128.load(b);
      const b1 = v128.load(b, 16);
      let x = v128.load32_splat(a0);
      s00 = multiplyAdd(s00, x, b0);
      s01 = multiplyAdd(s01, x, b1);
      x = v128.load32_splat(a1);
      s10 = multiplyAdd(s10, x, b0);
      s11 = multiplyAdd(s11, x, b1);
      x = v128.load32_splat(a2);
      s20 = multiplyAdd(s20, x, b0);
      s21 = multiplyAdd(s21, x, b1);
      x = v128.load32_splat(a3);
      s30 = multiplyAdd(s30, x, b0);
      s31 = multiplyAdd(s31, x, b1);
      a0 += aPixel;
      a1 += aPixel;
      a2 += aPixel;
      a3 += aPixel;
    }
    a0 += aSkip;
    a1 += aSkip;
    a2 += aSkip;
    a3 += aSkip;
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
