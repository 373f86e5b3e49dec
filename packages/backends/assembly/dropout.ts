import { shareStart } from './share';

/**
 * Sets a share of the numbers to zero and scales the others; threads share the numbers. The masks
 * are those of `src/cpu/dropout.ts`.
 *
 * @param threshold - `floor(rate * 2^32)`, unsigned: numbers whose word is lower become zero.
 * @param scale - `1 / (1 - rate)`.
 */
export function dropout(
  x: usize,
  y: usize,
  length: i32,
  threshold: i32,
  scale: f32,
  seed: i32,
  stepsDone: i32,
  layer: i32,
  thread: i32,
  threads: i32,
): void {
  const limit = i32x4.splat(threshold);
  const factor = f32x4.splat(scale);
  const first = shareStart(length, 16, thread, threads);
  const end = shareStart(length, 16, thread + 1, threads);
  for (let i = first; i < end; i += 4) {
    const at = <usize>i * 4;
    const stays = v128.not(lowerUnsigned(pcg4d(seed, stepsDone, layer, i / 4), limit));
    v128.store(y + at, v128.and(f32x4.mul(v128.load(x + at), factor), stays));
  }
}

/** a < b of unsigned numbers: the comparison of wasm is signed, so both lose their sign first. */
function lowerUnsigned(a: v128, b: v128): v128 {
  const sign = i32x4.splat(i32.MIN_VALUE);
  return i32x4.lt_s(v128.xor(a, sign), v128.xor(b, sign));
}

/** PCG4D (Jarzynski and Olano 2020, listing 1); see `src/cpu/pcg4d.ts`. */
function pcg4d(x: i32, y: i32, z: i32, w: i32): v128 {
  x = x * 1664525 + 1013904223;
  y = y * 1664525 + 1013904223;
  z = z * 1664525 + 1013904223;
  w = w * 1664525 + 1013904223;
  x += y * w;
  y += z * x;
  z += x * y;
  w += y * z;
  x ^= x >>> 16;
  y ^= y >>> 16;
  z ^= z >>> 16;
  w ^= w >>> 16;
  x += y * w;
  y += z * x;
  z += x * y;
  w += y * z;
  let words = i32x4.splat(x);
  words = i32x4.replace_lane(words, 1, y);
  words = i32x4.replace_lane(words, 2, z);
  return i32x4.replace_lane(words, 3, w);
}
