/**
 * Mean softmax cross-entropy in nats, `-(1/n) sum_i log softmax(logits_i)[label_i]`, with
 * `log softmax(x)[k] = x_k - max - log sum_j e^(x_j - max)` in float64, so that no example is lost to
 * underflow.
 *
 * @param logits - [n, classes] row-major, n at least 1.
 * @param labels - [n], integers in [0, classes).
 */
export function meanCrossEntropy(
  logits: Float32Array,
  labels: ArrayLike<number>,
  classes: number,
): number {
  let total = 0;
  for (let i = 0; i < labels.length; i++) {
    const row = logits.subarray(i * classes, (i + 1) * classes);
    const largest = row.reduce((a, b) => Math.max(a, b), -Infinity);
    const sum = row.reduce((exponentials, x) => exponentials + Math.exp(x - largest), 0);
    total += Math.log(sum) + largest - row[labels[i]!]!;
  }
  return total / labels.length;
}
