/** `to[j] = sum_i from[i, j]`, row after row. @param rowBytes - from one row to the next. */
export function sumRows(from: usize, rowBytes: usize, rows: i32, columns: i32, to: usize): void {
  let column = 0;
  // Four sums at a time: each addition waits for the one before it.
  for (; column + 16 <= columns; column += 16) {
    let at = from + <usize>column * 4;
    let s0 = f32x4.splat(0);
    let s1 = s0;
    let s2 = s0;
    let s3 = s0;
    for (let row = 0; row < rows; row++) {
      s0 = f32x4.add(s0, v128.load(at));
      s1 = f32x4.add(s1, v128.load(at, 16));
      s2 = f32x4.add(s2, v128.load(at, 32));
      s3 = f32x4.add(s3, v128.load(at, 48));
      at += rowBytes;
    }
    const sums = to + <usize>column * 4;
    v128.store(sums, s0);
    v128.store(sums, s1, 16);
    v128.store(sums, s2, 32);
    v128.store(sums, s3, 48);
  }
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
