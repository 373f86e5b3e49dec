import { exp4 } from './exp-log';
import { shareStart } from './share';

export const linear: i32 = 0;
export const relu: i32 = 1;
export const sigmoid: i32 = 2;
export const tanh: i32 = 3;

/** Numbers that a thread takes at a time: a cache line. */
const unit: i32 = 16;

/**
 * `y = f(x)`; threads share the numbers. Buffers are whole cache lines, so the last vector may reach
 * beyond `length`.
 */
export function activation(
  kind: i32,
  x: usize,
  y: usize,
  length: i32,
  thread: i32,
  threads: i32,
): void {
  const end = <usize>shareStart(length, unit, thread + 1, threads) * 4;
  for (let at = <usize>shareStart(length, unit, thread, threads) * 4; at < end; at += 16) {
    v128.store(y + at, activate(kind, v128.load(x + at)));
  }
}

/** `dx = dy f'`, told from the output y; threads share the numbers. */
export function activationGradient(
  kind: i32,
  y: usize,
  dy: usize,
  dx: usize,
  length: i32,
  thread: i32,
  threads: i32,
): void {
  const end = <usize>shareStart(length, unit, thread + 1, threads) * 4;
  for (let at = <usize>shareStart(length, unit, thread, threads) * 4; at < end; at += 16) {
    v128.store(dx + at, gradient(kind, v128.load(y + at), v128.load(dy + at)));
  }
}

function activate(kind: i32, x: v128): v128 {
  if (kind == relu) return f32x4.max(x, f32x4.splat(0));
  if (kind == sigmoid) return logistic(x);
  if (kind == tanh) return hyperbolicTangent(x);
  return x;
}

function gradient(kind: i32, y: v128, dy: v128): v128 {
  const one = f32x4.splat(1);
  if (kind == relu) return v128.and(dy, f32x4.gt(y, f32x4.splat(0)));
  if (kind == sigmoid) return f32x4.mul(f32x4.mul(dy, y), f32x4.sub(one, y));
  if (kind == tanh) return f32x4.mul(dy, f32x4.sub(one, f32x4.mul(y, y)));
  return dy;
}

function logistic(x: v128): v128 {
  const one = f32x4.splat(1);
  return f32x4.div(one, f32x4.add(one, exp4(f32x4.neg(x))));
}

/** (1 - e) / (1 + e) with e = e^-2|x|, and near zero, where that cancels, Cephes' polynomial. */
function hyperbolicTangent(x: v128): v128 {
  const one = f32x4.splat(1);
  const size = f32x4.abs(x);
  const e = exp4(f32x4.mul(size, f32x4.splat(-2)));
  const far = f32x4.div(f32x4.sub(one, e), f32x4.add(one, e));
  const square = f32x4.mul(x, x);
  let p = f32x4.splat(-5.70498872745e-3);
  p = f32x4.add(f32x4.mul(p, square), f32x4.splat(2.06390887954e-2));
  p = f32x4.add(f32x4.mul(p, square), f32x4.splat(-5.37397155531e-2));
  p = f32x4.add(f32x4.mul(p, square), f32x4.splat(1.33314422036e-1));
  p = f32x4.add(f32x4.mul(p, square), f32x4.splat(-3.33332819422e-1));
  const near = f32x4.add(x, f32x4.mul(f32x4.mul(p, square), x));
  const signed = v128.or(far, v128.and(x, f32x4.splat(-0.0)));
  return v128.bitselect(near, signed, f32x4.lt(size, f32x4.splat(0.625)));
}
