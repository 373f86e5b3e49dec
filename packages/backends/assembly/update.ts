import { shareStart } from './share';

/** Numbers that a thread takes at a time: a cache line. */
const unit: i32 = 16;

function firstByte(length: i32, thread: i32, threads: i32): usize {
  return <usize>shareStart(length, unit, thread, threads) * 4;
}

/** `p <- p - lr g` */
export function sgd(p: usize, g: usize, length: i32, lr: f32, thread: i32, threads: i32): void {
  const rate = f32x4.splat(lr);
  const end = firstByte(length, thread + 1, threads);
  for (let i = firstByte(length, thread, threads); i < end; i += 16) {
    v128.store(p + i, f32x4.sub(v128.load(p + i), f32x4.mul(rate, v128.load(g + i))));
  }
}

/** `v <- mu v + g`, `p <- p - lr v` */
export function momentum(
  p: usize,
  g: usize,
  v: usize,
  length: i32,
  lr: f32,
  mu: f32,
  thread: i32,
  threads: i32,
): void {
  const rate = f32x4.splat(lr);
  const keep = f32x4.splat(mu);
  const end = firstByte(length, thread + 1, threads);
  for (let i = firstByte(length, thread, threads); i < end; i += 16) {
    const velocity = f32x4.add(f32x4.mul(keep, v128.load(v + i)), v128.load(g + i));
    v128.store(v + i, velocity);
    v128.store(p + i, f32x4.sub(v128.load(p + i), f32x4.mul(rate, velocity)));
  }
}

/** `s <- rho s + (1 - rho) g^2`, `p <- p - lr g / sqrt(s + epsilon)` */
export function rmsprop(
  p: usize,
  g: usize,
  s: usize,
  length: i32,
  lr: f32,
  rho: f64,
  epsilon: f64,
  thread: i32,
  threads: i32,
): void {
  const rate = f32x4.splat(lr);
  const keep = f32x4.splat(<f32>rho);
  const take = f32x4.splat(<f32>(1 - rho));
  const small = f32x4.splat(<f32>epsilon);
  const end = firstByte(length, thread + 1, threads);
  for (let i = firstByte(length, thread, threads); i < end; i += 16) {
    const gradient = v128.load(g + i);
    const square = f32x4.mul(take, f32x4.mul(gradient, gradient));
    const meanSquare = f32x4.add(f32x4.mul(keep, v128.load(s + i)), square);
    v128.store(s + i, meanSquare);
    const root = f32x4.sqrt(f32x4.add(meanSquare, small));
    v128.store(p + i, f32x4.sub(v128.load(p + i), f32x4.div(f32x4.mul(rate, gradient), root)));
  }
}

/**
 * `m <- beta1 m + (1 - beta1) g`, `v <- beta2 v + (1 - beta2) g^2`, and with `c = sqrt(1 - beta2^t)`
 * `p <- p - (lr c / (1 - beta1^t)) m / (sqrt(v) + epsilon c)`: Adam as in section 2 of Kingma and Ba
 * 2015, which corrects the bias once a step and not once a number.
 */
export function adam(
  p: usize,
  g: usize,
  m: usize,
  v: usize,
  length: i32,
  lr: f32,
  beta1: f64,
  beta2: f64,
  epsilon: f64,
  t: i32,
  thread: i32,
  threads: i32,
): void {
  const c = Math.sqrt(1 - power(beta2, t));
  const rate = (<f64>lr * c) / (1 - power(beta1, t));
  const first = firstByte(length, thread, threads);
  const end = firstByte(length, thread + 1, threads);
  adamLoop(
    p + first,
    g + first,
    m + first,
    v + first,
    p + end,
    <f32>rate,
    <f32>(epsilon * c),
    <f32>beta1,
    <f32>(1 - beta1),
    <f32>beta2,
    <f32>(1 - beta2),
  );
}

/**
 * Means up to this are taken for zero: divided by epsilon they are still far below what changes a
 * weight, and processors take many times as long for the subnormal numbers that they would become.
 */
const tiniest: f32 = 1e-30;

/**
 * The part of {@link adam} that is done for every number, from `p` to `end`. A function of its own:
 * beside the float64 numbers above, V8 keeps its constants in memory, at half the speed.
 */
export function adamLoop(
  p: usize,
  g: usize,
  m: usize,
  v: usize,
  end: usize,
  lr: f32,
  epsilon: f32,
  beta1: f32,
  rest1: f32,
  beta2: f32,
  rest2: f32,
): void {
  const rate = f32x4.splat(lr);
  const small = f32x4.splat(epsilon);
  const keepM = f32x4.splat(beta1);
  const takeM = f32x4.splat(rest1);
  const keepV = f32x4.splat(beta2);
  const takeV = f32x4.splat(rest2);
  const nothing = f32x4.splat(tiniest);
  const length = end - p;
  for (let i: usize = 0; i < length; i += 16) {
    const gradient = v128.load(g + i);
    let mean = f32x4.add(f32x4.mul(keepM, v128.load(m + i)), f32x4.mul(takeM, gradient));
    // A weight whose input stays zero: its mean would shrink to a subnormal number and stay there.
    mean = v128.and(mean, f32x4.gt(f32x4.abs(mean), nothing));
    const square = f32x4.mul(takeV, f32x4.mul(gradient, gradient));
    const meanSquare = f32x4.add(f32x4.mul(keepV, v128.load(v + i)), square);
    v128.store(m + i, mean);
    v128.store(v + i, meanSquare);
    const change = f32x4.div(f32x4.mul(rate, mean), f32x4.add(f32x4.sqrt(meanSquare), small));
    v128.store(p + i, f32x4.sub(v128.load(p + i), change));
  }
}

/** base^exponent by repeated squaring, exponent at least 0. */
function power(base: f64, exponent: i32): f64 {
  let result: f64 = 1;
  for (; exponent > 0; exponent >>= 1) {
    if (exponent & 1) result *= base;
    base *= base;
  }
  return result;
}
