/**
 * `softmax(x)[k] = e^(x_k - max) / sum_j e^(x_j - max)` in float64.
 *
 * @param logits - [classes], at least one.
 * @returns [classes], in [0, 1] with sum 1.
 */
export function softmaxRow(logits: Float32Array): number[] {
  const largest = logits.reduce((a, b) => Math.max(a, b), -Infinity);
  const exponentials = Array.from(logits, (x) => Math.exp(x - largest));
  const sum = exponentials.reduce((a, b) => a + b, 0);
  return exponentials.map((e) => e / sum);
}
