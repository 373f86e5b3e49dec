/** `to[j] = sum_i from[i, j]`, row after row. @param rowBytes - from one row to the next. */
export function sumRows(from: usize, rowBytes: usize, rows: i32, columns: i32, to: usize): void {
  let column = 0;
  for (; column + 4 <= columns; column += 4) {
    let at = from + <usize>column * 4;
    let sum = f32x4.splat(0);
    for (let row = 0; row < rows; row++) {
      sum = f32x4.add(sum, v128.load(at));
      at += rowBytes;
    }
    v128.store(to + <usize>column * 4, sum);
  }
  for (; column < columns; column++) {
    let at = from + <usize>column * 4;
    let sum: f32 = 0;
    for (let row = 0; row < rows; row++) {
      sum += load<f32>(at);
      at += rowBytes;
    }
    store<f32>(to + <usize>column * 4, sum);
  }
}
