import { startSum } from './tile';

/**
 * `to[j] = start + sum_i from[i, j]`, row after row.
 *
 * @param rowBytes - from one row to the next.
 * @param start - `startZero`, or `startSum`: adds to what is there.
 */
export function sumRows(
  from: usize,
  rowBytes: usize,
  rows: i32,
  columns: i32,
  to: usize,
  start: i32,
): void {
  const adds = start == startSum;
  const zero = f32x4.splat(0);
  let column = 0;
  // Four vectors at a time: each addition waits for the one before it.
  for (; column + 16 <= columns; column += 16) {
    const sums = to + <usize>column * 4;
    let at = from + <usize>column * 4;
    let s0 = adds ? v128.load(sums) : zero;
    let s1 = adds ? v128.load(sums, 16) : zero;
    let s2 = adds ? v128.load(sums, 32) : zero;
    let s3 = adds ? v128.load(sums, 48) : zero;
    for (let row = 0; row < rows; row++) {
      s0 = f32x4.add(s0, v128.load(at));
      s1 = f32x4.add(s1, v128.load(at, 16));
      s2 = f32x4.add(s2, v128.load(at, 32));
      s3 = f32x4.add(s3, v128.load(at, 48));
      at += rowBytes;
    }
    v128.store(sums, s0);
    v128.store(sums, s1, 16);
    v128.store(sums, s2, 32);
    v128.store(sums, s3, 48);
  }
  for (; column + 4 <= columns; column += 4) {
    const sums = to + <usize>column * 4;
    let at = from + <usize>column * 4;
    let sum = adds ? v128.load(sums) : zero;
    for (let row = 0; row < rows; row++) {
      sum = f32x4.add(sum, v128.load(at));
      at += rowBytes;
    }
    v128.store(sums, sum);
  }
  for (; column < columns; column++) {
    const sums = to + <usize>column * 4;
    let at = from + <usize>column * 4;
    let sum = adds ? load<f32>(sums) : 0;
    for (let row = 0; row < rows; row++) {
      sum += load<f32>(at);
      at += rowBytes;
    }
    store<f32>(sums, sum);
  }
}
