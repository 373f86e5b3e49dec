/**
 * `p_i = e^x_i / sum_j e^x_j` in each row. The largest number of the row is subtracted first, which
 * changes nothing but that no exponential overflows.
 *
 * @param x - [rows, classes].
 * @param y - [rows, classes], receives the result; may be `x`.
 */
export function softmax(rows: number, classes: number, x: Float32Array, y: Float32Array): void {
  for (let start = 0; start < rows * classes; start += classes) {
    const row = x.subarray(start, start + classes);
    const largest = row.reduce((a, b) => Math.max(a, b), -Infinity);
    const sum = row.reduce((total, value) => total + Math.exp(value - largest), 0);
    for (let i = 0; i < classes; i++) y[start + i] = Math.exp(row[i]! - largest) / sum;
  }
}
