import { exp1, exp4, log1 } from './exp-log';
import { shareStart } from './share';

/** `p_i = e^x_i / sum_j e^x_j` in each row, the largest subtracted first; threads share the rows. */
export function softmax(
  x: usize,
  y: usize,
  rows: i32,
  classes: i32,
  thread: i32,
  threads: i32,
): void {
  const end = shareStart(rows, 1, thread + 1, threads);
  for (let row = shareStart(rows, 1, thread, threads); row < end; row++) {
    const from = x + <usize>(row * classes) * 4;
    const to = y + <usize>(row * classes) * 4;
    exponentials(from, to, classes, load<f32>(from + <usize>largestOf(from, classes) * 4));
    scaleRow(to, classes, <f32>1.0 / rowSum(to, classes));
  }
}

/**
 * Adds the batch to the totals (examples, loss, right answers: float64) and, unless `gradient` is 0,
 * writes `(softmax(x) - onehot(label)) / rows`. One thread does it all, so that the order of the
 * sums does not depend on their number.
 */
export function softmaxCrossEntropy(
  x: usize,
  labels: usize,
  totals: usize,
  gradient: usize,
  rows: i32,
  classes: i32,
  scratch: usize,
): void {
  let loss: f64 = 0;
  let correct = 0;
  for (let row = 0; row < rows; row++) {
    const from = x + <usize>(row * classes) * 4;
    const to = gradient == 0 ? scratch : gradient + <usize>(row * classes) * 4;
    const label = <usize>load<i32>(labels + <usize>row * 4) * 4;
    const best = <usize>largestOf(from, classes) * 4;
    const largest = load<f32>(from + best);
    if (best == label) correct++;
    // Read before the gradient is written, which may take the place of the logits.
    const margin = <f64>load<f32>(from + label) - <f64>largest;
    exponentials(from, to, classes, largest);
    const sum = rowSum(to, classes);
    loss += log1(<f64>sum) - margin;
    if (gradient == 0) continue;
    const share: f32 = 1.0 / (sum * <f32>rows);
    scaleRow(to, classes, share);
    store<f32>(to + label, load<f32>(to + label) - <f32>1.0 / <f32>rows);
  }
  store<f64>(totals, load<f64>(totals) + <f64>rows);
  store<f64>(totals, load<f64>(totals, 8) + loss, 8);
  store<f64>(totals, load<f64>(totals, 16) + <f64>correct, 16);
}

/** Bytes of scratch for the exponentials of one row. */
export function softmaxScratchBytes(classes: i32): usize {
  return <usize>classes * 4;
}

/** Index of the largest number, the first of equals. */
function largestOf(row: usize, classes: i32): i32 {
  let best = 0;
  let largest = load<f32>(row);
  for (let i = 1; i < classes; i++) {
    const value = load<f32>(row + <usize>i * 4);
    if (value > largest) {
      largest = value;
      best = i;
    }
  }
  return best;
}

function exponentials(from: usize, to: usize, classes: i32, largest: f32): void {
  const end = <usize>classes * 4;
  let i: usize = 0;
  for (; i + 16 <= end; i += 16) {
    v128.store(to + i, exp4(f32x4.sub(v128.load(from + i), f32x4.splat(largest))));
  }
  for (; i < end; i += 4) store<f32>(to + i, exp1(load<f32>(from + i) - largest));
}

function rowSum(row: usize, classes: i32): f32 {
  let sum: f32 = 0;
  for (let i: usize = 0; i < <usize>classes * 4; i += 4) sum += load<f32>(row + i);
  return sum;
}

function scaleRow(row: usize, classes: i32, factor: f32): void {
  for (let i: usize = 0; i < <usize>classes * 4; i += 4) {
    store<f32>(row + i, load<f32>(row + i) * factor);
  }
}
