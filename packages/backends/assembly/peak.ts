/**
 * `rounds` times 12 independent `s <- s x + y` on vectors that stay in registers: 96 operations a
 * round with nothing to wait for, the most that a kernel could reach on one thread.
 *
 * @returns a number that depends on all of them, so that none is left out.
 */
export function peak(rounds: i32): f32 {
  const x = f32x4.splat(0.75);
  const y = f32x4.splat(0.25);
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
    s0 = f32x4.add(f32x4.mul(s0, x), y);
    s1 = f32x4.add(f32x4.mul(s1, x), y);
    s2 = f32x4.add(f32x4.mul(s2, x), y);
    s3 = f32x4.add(f32x4.mul(s3, x), y);
    s4 = f32x4.add(f32x4.mul(s4, x), y);
    s5 = f32x4.add(f32x4.mul(s5, x), y);
    s6 = f32x4.add(f32x4.mul(s6, x), y);
    s7 = f32x4.add(f32x4.mul(s7, x), y);
    s8 = f32x4.add(f32x4.mul(s8, x), y);
    s9 = f32x4.add(f32x4.mul(s9, x), y);
    s10 = f32x4.add(f32x4.mul(s10, x), y);
    s11 = f32x4.add(f32x4.mul(s11, x), y);
  }
  const low = f32x4.add(f32x4.add(s0, s1), f32x4.add(s2, s3));
  const middle = f32x4.add(f32x4.add(s4, s5), f32x4.add(s6, s7));
  const high = f32x4.add(f32x4.add(s8, s9), f32x4.add(s10, s11));
  return f32x4.extract_lane(f32x4.add(low, f32x4.add(middle, high)), 0);
}
