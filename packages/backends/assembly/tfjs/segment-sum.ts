import { addNumbers, fillZero } from '../numbers';

/**
 * `to[s] = sum of x[i] over all i with ids[i] = s`, in the order of i. Rows whose id is negative or
 * not below `segments` are left out.
 *
 * @param x - [rows, length].
 * @param ids - [rows], int32.
 * @param to - [segments, length], receives the sums.
 */
export function segmentSum(
  x: usize,
  ids: usize,
  to: usize,
  rows: i32,
  length: i32,
  segments: i32,
): void {
  fillZero(to, segments * length);
  const rowBytes = <usize>length * 4;
  for (let row = 0; row < rows; row++) {
    const id = load<i32>(ids);
    if (id >= 0 && id < segments) addNumbers(x, to + <usize>id * rowBytes, length);
    x += rowBytes;
    ids += 4;
  }
}
