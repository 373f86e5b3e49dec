/**
 * @file The optimisers' steps. A rule is encoded once in a plan (`encode-update.ts`), prepared once a
 * step, and then applied to any range of the parameter: all of it, or a piece whose gradient has just
 * been added up.
 *
 * A rule, 32-bit words: kind, addresses of the parameter and of two slots (0: it has none), three
 * float64 constants. A prepared rule: the same four words, then constants as vectors of four equal
 * float32 numbers, the learning rate first.
 */
import * as rule from '../src/wasm/update-rule-code';
import { shareStart } from './share';
import { stepLearningRate, stepNumber } from './step';

/** Bytes of a prepared rule. */
export const preparedBytes: usize = 128;

/** Numbers that a thread takes at a time: a cache line. */
const unit: i32 = 16;

/** One step of a whole parameter of `length` numbers; threads share them. */
export function updateAll(
  gradient: usize,
  length: i32,
  from: usize,
  step: usize,
  scratch: usize,
  thread: i32,
  threads: i32,
): void {
  const first = <usize>shareStart(length, unit, thread, threads) * 4;
  const end = <usize>shareStart(length, unit, thread + 1, threads) * 4;
  prepareUpdate(from, step, scratch);
  updateRange(scratch, first, end, gradient + first);
}

/** Turns a rule's constants into those of one step. */
export function prepareUpdate(from: usize, step: usize, to: usize): void {
  const kind = load<i32>(from);
  const c0 = load<f64>(from, 16);
  const c1 = load<f64>(from, 24);
  const c2 = load<f64>(from, 32);
  const lr = stepLearningRate(step);
  v128.store(to, v128.load(from));
  to += 16;
  if (kind == rule.adam) {
    // c0, c1, c2: beta1, beta2, epsilon.
    const t = stepNumber(step);
    const correction = Math.sqrt(1 - power(c1, t));
    storeEqual(to, (<f64>lr * correction) / (1 - power(c0, t)));
    storeEqual(to + 16, c2 * correction);
    storeEqual(to + 32, c0);
    storeEqual(to + 48, 1 - c0);
    storeEqual(to + 64, c1);
    storeEqual(to + 80, 1 - c1);
  } else {
    // c0, c1: of momentum mu, of RMSprop rho and epsilon.
    storeEqual(to, lr);
    storeEqual(to + 16, c0);
    storeEqual(to + 32, 1 - c0);
    storeEqual(to + 48, c1);
  }
}

function storeEqual(to: usize, value: f64): void {
  v128.store(to, f32x4.splat(<f32>value));
}

/**
 * One step of the numbers from byte `from` of the parameter, a multiple of 16, to byte `to`. The last vector may
 * reach beyond it: buffers end with their cache line.
 *
 * @param prepared - from `prepareUpdate`.
 * @param g - the gradient of those numbers, the first at `g`.
 */
export function updateRange(prepared: usize, from: usize, to: usize, g: usize): void {
  const p = load<usize>(prepared, 4) + from;
  const slot = load<usize>(prepared, 8) + from;
  const length = to - from;
  const constants = prepared + 16;
  const kind = load<i32>(prepared);
  if (kind == rule.adam) adam(p, g, slot, load<usize>(prepared, 12) + from, length, constants);
  else if (kind == rule.sgd) sgd(p, g, length, constants);
  else if (kind == rule.momentum) momentum(p, g, slot, length, constants);
  else rmsprop(p, g, slot, length, constants);
}

/** `p <- p - lr g` */
function sgd(p: usize, g: usize, length: usize, constants: usize): void {
  const rate = v128.load(constants);
  for (let i: usize = 0; i < length; i += 16) {
    v128.store(p + i, f32x4.sub(v128.load(p + i), f32x4.mul(rate, v128.load(g + i))));
  }
}

/** `v <- mu v + g`, `p <- p - lr v` */
function momentum(p: usize, g: usize, v: usize, length: usize, constants: usize): void {
  const rate = v128.load(constants);
  const keep = v128.load(constants, 16);
  for (let i: usize = 0; i < length; i += 16) {
    const velocity = f32x4.add(f32x4.mul(keep, v128.load(v + i)), v128.load(g + i));
    v128.store(v + i, velocity);
    v128.store(p + i, f32x4.sub(v128.load(p + i), f32x4.mul(rate, velocity)));
  }
}

/** `s <- rho s + (1 - rho) g^2`, `p <- p - lr g / sqrt(s + epsilon)` */
function rmsprop(p: usize, g: usize, s: usize, length: usize, constants: usize): void {
  const rate = v128.load(constants);
  const keep = v128.load(constants, 16);
  const take = v128.load(constants, 32);
  const small = v128.load(constants, 48);
  for (let i: usize = 0; i < length; i += 16) {
    const gradient = v128.load(g + i);
    const square = f32x4.mul(take, f32x4.mul(gradient, gradient));
    const meanSquare = f32x4.add(f32x4.mul(keep, v128.load(s + i)), square);
    v128.store(s + i, meanSquare);
    const root = f32x4.sqrt(f32x4.add(meanSquare, small));
    v128.store(p + i, f32x4.sub(v128.load(p + i), f32x4.div(f32x4.mul(rate, gradient), root)));
  }
}

/**
 * Means up to this are taken for zero: divided by epsilon they are still far below what changes a
 * weight, and processors take many times as long for the subnormal numbers that they would become.
 */
const tiniest: f32 = 1e-30;

/**
 * `m <- beta1 m + (1 - beta1) g`, `v <- beta2 v + (1 - beta2) g^2`, and with `c = sqrt(1 - beta2^t)`
 * `p <- p - (lr c / (1 - beta1^t)) m / (sqrt(v) + epsilon c)`: Adam as in section 2 of Kingma and Ba
 * 2015, which corrects the bias once a step and not once a number.
 *
 * @param constants - vectors: `lr c / (1 - beta1^t)`, `epsilon c`, `beta1`, `1 - beta1`, `beta2`,
 *   `1 - beta2`. In memory, so that a call for a few numbers has little to hand over.
 */
export function adam(
  p: usize,
  g: usize,
  m: usize,
  v: usize,
  length: usize,
  constants: usize,
): void {
  const rate = v128.load(constants);
  const small = v128.load(constants, 16);
  const keepM = v128.load(constants, 32);
  const takeM = v128.load(constants, 48);
  const keepV = v128.load(constants, 64);
  const takeV = v128.load(constants, 80);
  const nothing = f32x4.splat(tiniest);
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
