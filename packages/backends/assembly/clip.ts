/** @file Gradient clipping: see `src/cpu/clip.ts` for what is computed. */
import { shareStart } from './share';

/** Numbers that a thread takes at a time: a cache line. */
const unit: i32 = 16;

/** As `src/plan/norm-block.ts`. */
const normBlock: i32 = 4096;

/** A sum of squares for each block, in float64; a thread takes whole blocks. */
export function sumOfSquares(
  g: usize,
  partials: usize,
  length: i32,
  thread: i32,
  threads: i32,
): void {
  const blocks = (length + normBlock - 1) / normBlock;
  const last = shareStart(blocks, 1, thread + 1, threads);
  for (let block = shareStart(blocks, 1, thread, threads); block < last; block++) {
    const first = block * normBlock;
    const sum = blockSum(g + <usize>first * 4, min(normBlock, length - first));
    store<f64>(partials + <usize>block * 8, sum);
  }
}

function blockSum(g: usize, length: i32): f64 {
  let even = f64x2.splat(0);
  let odd = f64x2.splat(0);
  let i: i32 = 0;
  for (; i + 4 <= length; i += 4) {
    const four = v128.load(g + <usize>i * 4);
    const low = f64x2.promote_low_f32x4(four);
    const high = f64x2.promote_low_f32x4(i32x4.shuffle(four, four, 2, 3, 2, 3));
    even = f64x2.add(even, f64x2.mul(low, low));
    odd = f64x2.add(odd, f64x2.mul(high, high));
  }
  const both = f64x2.add(even, odd);
  let sum = f64x2.extract_lane(both, 0) + f64x2.extract_lane(both, 1);
  for (; i < length; i++) {
    const value = <f64>load<f32>(g + <usize>i * 4);
    sum += value * value;
  }
  return sum;
}

/** Every thread adds the partial sums up for itself, in the same order. */
export function clipByNorm(
  g: usize,
  partials: usize,
  length: i32,
  count: i32,
  limit: f64,
  thread: i32,
  threads: i32,
): void {
  let sum: f64 = 0;
  for (let i: i32 = 0; i < count; i++) sum += load<f64>(partials + <usize>i * 8);
  const norm = Math.sqrt(sum);
  if (!(norm > limit)) return;
  const factor = f32x4.splat(<f32>(limit / norm));
  const end = firstByte(length, thread + 1, threads);
  for (let i = firstByte(length, thread, threads); i < end; i += 16) {
    v128.store(g + i, f32x4.mul(v128.load(g + i), factor));
  }
}

export function clipByValue(g: usize, length: i32, limit: f64, thread: i32, threads: i32): void {
  const most = f32x4.splat(<f32>limit);
  const least = f32x4.neg(most);
  const end = firstByte(length, thread + 1, threads);
  for (let i = firstByte(length, thread, threads); i < end; i += 16) {
    v128.store(g + i, f32x4.min(f32x4.max(v128.load(g + i), least), most));
  }
}

function firstByte(length: i32, thread: i32, threads: i32): usize {
  return <usize>shareStart(length, unit, thread, threads) * 4;
}
