/**
 * @file The micro-kernel for rows that are partly zero: one row of 28 sums stays in registers and
 * takes the numbers that are not zero one by one, each with the row of B that it meets. A tile of more
 * rows could only skip what is zero in all of them. V8 loads all vectors of B before it multiplies:
 * seven, seven sums and a factor fill the 15 registers that it has on x86; eight take twice as long.
 */
import { multiplyAdd } from './multiply-add';
import { startBias, startSum } from './tile';

/** Columns of a wide panel of B, seven vectors. */
export const rowColumns: i32 = 28;
/** Bytes of one step of a wide panel. */
export const rowColumnBytes: usize = 112;
/** Bytes of a number in a list with the offset of its row of B behind it. */
export const entryBytes: usize = 8;

/**
 * `C = start + sum_k a_k B_k`, with max(0, C) on request; products are added in the order of the list.
 *
 * @param list - from here to `end`: a number, float32, and the offset in bytes of its row from `b`.
 * @param b - a wide panel.
 * @param c - 28 numbers.
 * @param bias - 28 numbers, read if `start` is `startBias`.
 */
export function nonzeroRow(
  list: usize,
  end: usize,
  b: usize,
  c: usize,
  start: i32,
  bias: usize,
  relu: bool,
): void {
  let s0 = f32x4.splat(0);
  let s1 = s0;
  let s2 = s0;
  let s3 = s0;
  let s4 = s0;
  let s5 = s0;
  let s6 = s0;
  if (start == startSum || start == startBias) {
    const from = start == startSum ? c : bias;
    s0 = v128.load(from);
    s1 = v128.load(from, 16);
    s2 = v128.load(from, 32);
    s3 = v128.load(from, 48);
    s4 = v128.load(from, 64);
    s5 = v128.load(from, 80);
    s6 = v128.load(from, 96);
  }
  for (; list < end; list += entryBytes) {
    const at = b + <usize>load<u32>(list, 4);
    const x = v128.load32_splat(list);
    s0 = multiplyAdd(s0, x, v128.load(at));
    s1 = multiplyAdd(s1, x, v128.load(at, 16));
    s2 = multiplyAdd(s2, x, v128.load(at, 32));
    s3 = multiplyAdd(s3, x, v128.load(at, 48));
    s4 = multiplyAdd(s4, x, v128.load(at, 64));
    s5 = multiplyAdd(s5, x, v128.load(at, 80));
    s6 = multiplyAdd(s6, x, v128.load(at, 96));
  }
  if (relu) {
    const zero = f32x4.splat(0);
    s0 = f32x4.pmax(s0, zero);
    s1 = f32x4.pmax(s1, zero);
    s2 = f32x4.pmax(s2, zero);
    s3 = f32x4.pmax(s3, zero);
    s4 = f32x4.pmax(s4, zero);
    s5 = f32x4.pmax(s5, zero);
    s6 = f32x4.pmax(s6, zero);
  }
  v128.store(c, s0);
  v128.store(c, s1, 16);
  v128.store(c, s2, 32);
  v128.store(c, s3, 48);
  v128.store(c, s4, 64);
  v128.store(c, s5, 80);
  v128.store(c, s6, 96);
}

/** The same for the first 16 columns of a panel. */
export function nonzeroHalfRow(
  list: usize,
  end: usize,
  b: usize,
  c: usize,
  start: i32,
  bias: usize,
  relu: bool,
): void {
  let s0 = f32x4.splat(0);
  let s1 = s0;
  let s2 = s0;
  let s3 = s0;
  if (start == startSum || start == startBias) {
    const from = start == startSum ? c : bias;
    s0 = v128.load(from);
    s1 = v128.load(from, 16);
    s2 = v128.load(from, 32);
    s3 = v128.load(from, 48);
  }
  for (; list < end; list += entryBytes) {
    const at = b + <usize>load<u32>(list, 4);
    const x = v128.load32_splat(list);
    s0 = multiplyAdd(s0, x, v128.load(at));
    s1 = multiplyAdd(s1, x, v128.load(at, 16));
    s2 = multiplyAdd(s2, x, v128.load(at, 32));
    s3 = multiplyAdd(s3, x, v128.load(at, 48));
  }
  if (relu) {
    const zero = f32x4.splat(0);
    s0 = f32x4.pmax(s0, zero);
    s1 = f32x4.pmax(s1, zero);
    s2 = f32x4.pmax(s2, zero);
    s3 = f32x4.pmax(s3, zero);
  }
  v128.store(c, s0);
  v128.store(c, s1, 16);
  v128.store(c, s2, 32);
  v128.store(c, s3, 48);
}
