import { softmax } from './softmax.js';

/**
 * Adds a batch to the totals: examples, sum of the cross-entropies
 * `-log softmax(logits)[label]` in nats (Goodfellow et al. 2016, section 6.2.2.3), and examples whose
 * highest logit (the first of equals) was their label's.
 *
 * @param logits - [rows, classes].
 * @param labels - [rows], in [0, classes).
 * @param totals - [3]: examples, loss, correct.
 */
export function softmaxCrossEntropy(
  rows: number,
  classes: number,
  logits: Float32Array,
  labels: Int32Array,
  totals: Float64Array,
): void {
  for (let row = 0; row < rows; row++) {
    const values = logits.subarray(row * classes, (row + 1) * classes);
    const label = labels[row]!;
    let best = 0;
    for (let i = 1; i < classes; i++) if (values[i]! > values[best]!) best = i;
    const largest = values[best]!;
    const sum = values.reduce((total, value) => total + Math.exp(value - largest), 0);
    totals[0]! += 1;
    totals[1]! += Math.log(sum) - (values[label]! - largest);
    totals[2]! += best === label ? 1 : 0;
  }
}

/**
 * Gradient of the batch's mean loss: `(softmax(logits) - onehot(label)) / rows` (Bishop 2006,
 * equation 4.109).
 *
 * @param logits - [rows, classes].
 * @param labels - [rows], in [0, classes).
 * @param gradient - [rows, classes], receives the result; may be `logits`.
 */
export function softmaxCrossEntropyGradient(
  rows: number,
  classes: number,
  logits: Float32Array,
  labels: Int32Array,
  gradient: Float32Array,
): void {
  softmax(rows, classes, logits, gradient);
  for (let row = 0; row < rows; row++) gradient[row * classes + labels[row]!]! -= 1;
  for (let i = 0; i < rows * classes; i++) gradient[i]! /= rows;
}
