/**
 * `target[targetStart + i] += factor * source[sourceStart + i]` for i in [0, length). A factor of zero,
 * as half of the pixels of an image and of what a ReLU lets through are, is not even multiplied.
 */
export function addScaled(
  target: Float32Array,
  targetStart: number,
  source: Float32Array,
  sourceStart: number,
  length: number,
  factor: number,
): void {
  if (factor === 0) return;
  for (let i = 0; i < length; i++) {
    target[targetStart + i]! += factor * source[sourceStart + i]!;
  }
}

/** `sum_i a[aStart + i] * b[bStart + i]` for i in [0, length). */
export function dotProduct(
  a: Float32Array,
  aStart: number,
  b: Float32Array,
  bStart: number,
  length: number,
): number {
  let sum = 0;
  for (let i = 0; i < length; i++) sum += a[aStart + i]! * b[bStart + i]!;
  return sum;
}
