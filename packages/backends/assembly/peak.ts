import { multiplyAdd } from './multiply-add';

/**
 * `rounds` times 12 independent `s <- s + x y`: 96 operations a round with nothing to wait for, the most
 * that a kernel could reach on one thread. The sums and x stay in registers; every y is another vector
 * of memory, always the same 192 bytes, or a compiler would multiply once for all.
 *
 * @param y - 12 vectors of zeros.
 * @returns a number that depends on all of them, so that none is left out.
 */
export function peak(rounds: i32, y: usize): f32 {
  const x = f32x4.splat(0.75);
  let s0 = f32x4.splat(0);
  let s1 = f32x4.splat(1);
  let s2 = f32x4.splat(2);
  let s3 = f32x4.splat(3);
  let s4 = f32x4.splat(4);
  let s5 = f32x4.splat(5);
  let s6 = f32x4.splat(6);
  let s7 = f32x4.splat(7);
  let s8 = f32x4.splat(8);
  let s9 = f32x4.splat(9);
  let s10 = f32x4.splat(10);
  let s11 = f32x4.splat(11);
  for (; rounds > 0; rounds--) {
    s0 = multiplyAdd(s0, x, v128.load(y));
    s1 = multiplyAdd(s1, x, v128.load(y, 16));
    s2 = multiplyAdd(s2, x, v128.load(y, 32));
    s3 = multiplyAdd(s3, x, v128.load(y, 48));
    s4 = multiplyAdd(s4, x, v128.load(y, 64));
    s5 = multiplyAdd(s5, x, v128.load(y, 80));
    s6 = multiplyAdd(s6, x, v128.load(y, 96));
    s7 = multiplyAdd(s7, x, v128.load(y, 112));
    s8 = multiplyAdd(s8, x, v128.load(y, 128));
    s9 = multiplyAdd(s9, x, v128.load(y, 144));
    s10 = multiplyAdd(s10, x, v128.load(y, 160));
    s11 = multiplyAdd(s11, x, v128.load(y, 176));
  }
  const low = f32x4.add(f32x4.add(s0, s1), f32x4.add(s2, s3));
  const middle = f32x4.add(f32x4.add(s4, s5), f32x4.add(s6, s7));
  const high = f32x4.add(f32x4.add(s8, s9), f32x4.add(s10, s11));
  return f32x4.extract_lane(f32x4.add(low, f32x4.add(middle, high)), 0);
}
