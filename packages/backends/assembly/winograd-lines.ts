/**
 * @file The six transforms of Winograd's minimal filtering F(4x4, 3x3), along one line, for four
 * channels at once (Lavin and Gray 2016, "Fast algorithms for convolutional neural networks",
 * section 4.1). Four outputs of a filter of three take six multiplications, in two dimensions 36 for
 * 16 outputs, where the definition takes 144:
 *
 * `y = A^T [(G w) . (B^T d)]`
 *
 * with the points 0, 1, -1, 2, -2 and infinity. Backward passes apply the transposes. Each function
 * stands beside its transpose. All read numbers `fromStep` bytes apart and write them `toStep` apart,
 * `lines` times, with `fromNext` and `toNext` bytes from one line to the next.
 */

function times(factor: f32, x: v128): v128 {
  return f32x4.mul(f32x4.splat(factor), x);
}

/** `B^T d`: six pixels. */
export function inputLines(
  from: usize,
  fromStep: usize,
  fromNext: usize,
  to: usize,
  toStep: usize,
  toNext: usize,
  lines: i32,
): void {
  for (let line = 0; line < lines; line++) {
    const d0 = v128.load(from);
    const d1 = v128.load(from + fromStep);
    const d2 = v128.load(from + 2 * fromStep);
    const d3 = v128.load(from + 3 * fromStep);
    const d4 = v128.load(from + 4 * fromStep);
    const d5 = v128.load(from + 5 * fromStep);
    const even = f32x4.sub(d4, times(4, d2));
    const odd = f32x4.sub(d3, times(4, d1));
    const even2 = f32x4.sub(d4, d2);
    const odd2 = times(2, f32x4.sub(d3, d1));
    v128.store(to, f32x4.add(f32x4.sub(times(4, d0), times(5, d2)), d4));
    v128.store(to + toStep, f32x4.add(even, odd));
    v128.store(to + 2 * toStep, f32x4.sub(even, odd));
    v128.store(to + 3 * toStep, f32x4.add(even2, odd2));
    v128.store(to + 4 * toStep, f32x4.sub(even2, odd2));
    v128.store(to + 5 * toStep, f32x4.add(f32x4.sub(times(4, d1), times(5, d3)), d5));
    from += fromNext;
    to += toNext;
  }
}

/** `B v`: the gradient of six pixels. */
export function inputGradientLines(
  from: usize,
  fromStep: usize,
  fromNext: usize,
  to: usize,
  toStep: usize,
  toNext: usize,
  lines: i32,
): void {
  for (let line = 0; line < lines; line++) {
    const v0 = v128.load(from);
    const v1 = v128.load(from + fromStep);
    const v2 = v128.load(from + 2 * fromStep);
    const v3 = v128.load(from + 3 * fromStep);
    const v4 = v128.load(from + 4 * fromStep);
    const v5 = v128.load(from + 5 * fromStep);
    const sum = f32x4.add(v1, v2);
    const difference = f32x4.sub(v1, v2);
    const sum2 = f32x4.add(v3, v4);
    const difference2 = times(2, f32x4.sub(v3, v4));
    v128.store(to, times(4, v0));
    v128.store(to + toStep, f32x4.sub(times(4, f32x4.sub(v5, difference)), difference2));
    v128.store(to + 2 * toStep, f32x4.sub(f32x4.sub(times(-5, v0), times(4, sum)), sum2));
    v128.store(to + 3 * toStep, f32x4.sub(f32x4.add(difference, difference2), times(5, v5)));
    v128.store(to + 4 * toStep, f32x4.add(f32x4.add(v0, sum), sum2));
    v128.store(to + 5 * toStep, v5);
    from += fromNext;
    to += toNext;
  }
}

/** `A^T m`: four outputs. */
export function outputLines(
  from: usize,
  fromStep: usize,
  fromNext: usize,
  to: usize,
  toStep: usize,
  toNext: usize,
  lines: i32,
): void {
  for (let line = 0; line < lines; line++) {
    const m1 = v128.load(from + fromStep);
    const m2 = v128.load(from + 2 * fromStep);
    const m3 = v128.load(from + 3 * fromStep);
    const m4 = v128.load(from + 4 * fromStep);
    const sum = f32x4.add(m1, m2);
    const difference = f32x4.sub(m1, m2);
    const sum2 = f32x4.add(m3, m4);
    const difference2 = f32x4.sub(m3, m4);
    v128.store(to, f32x4.add(f32x4.add(v128.load(from), sum), sum2));
    v128.store(to + toStep, f32x4.add(difference, times(2, difference2)));
    v128.store(to + 2 * toStep, f32x4.add(sum, times(4, sum2)));
    v128.store(
      to + 3 * toStep,
      f32x4.add(f32x4.add(difference, times(8, difference2)), v128.load(from + 5 * fromStep)),
    );
    from += fromNext;
    to += toNext;
  }
}

/** `A dy`: the gradients of four outputs. */
export function outputGradientLines(
  from: usize,
  fromStep: usize,
  fromNext: usize,
  to: usize,
  toStep: usize,
  toNext: usize,
  lines: i32,
): void {
  for (let line = 0; line < lines; line++) {
    const y0 = v128.load(from);
    const y1 = v128.load(from + fromStep);
    const y2 = v128.load(from + 2 * fromStep);
    const y3 = v128.load(from + 3 * fromStep);
    const even = f32x4.add(y0, y2);
    const odd = f32x4.add(y1, y3);
    const even2 = f32x4.add(y0, times(4, y2));
    const odd2 = f32x4.add(times(2, y1), times(8, y3));
    v128.store(to, y0);
    v128.store(to + toStep, f32x4.add(even, odd));
    v128.store(to + 2 * toStep, f32x4.sub(even, odd));
    v128.store(to + 3 * toStep, f32x4.add(even2, odd2));
    v128.store(to + 4 * toStep, f32x4.sub(even2, odd2));
    v128.store(to + 5 * toStep, y3);
    from += fromNext;
    to += toNext;
  }
}

/** `G w`: three weights. */
export function filterLines(
  from: usize,
  fromStep: usize,
  fromNext: usize,
  to: usize,
  toStep: usize,
  toNext: usize,
  lines: i32,
): void {
  for (let line = 0; line < lines; line++) {
    const w0 = v128.load(from);
    const w1 = v128.load(from + fromStep);
    const w2 = v128.load(from + 2 * fromStep);
    const even = times(-1.0 / 6.0, f32x4.add(w0, w2));
    const odd = times(1.0 / 6.0, w1);
    const even2 = f32x4.add(times(1.0 / 24.0, w0), times(1.0 / 6.0, w2));
    const odd2 = times(1.0 / 12.0, w1);
    v128.store(to, times(1.0 / 4.0, w0));
    v128.store(to + toStep, f32x4.sub(even, odd));
    v128.store(to + 2 * toStep, f32x4.add(even, odd));
    v128.store(to + 3 * toStep, f32x4.add(even2, odd2));
    v128.store(to + 4 * toStep, f32x4.sub(even2, odd2));
    v128.store(to + 5 * toStep, w2);
    from += fromNext;
    to += toNext;
  }
}

/** `G^T u`: the gradients of three weights. */
export function filterGradientLines(
  from: usize,
  fromStep: usize,
  fromNext: usize,
  to: usize,
  toStep: usize,
  toNext: usize,
  lines: i32,
): void {
  for (let line = 0; line < lines; line++) {
    const u1 = v128.load(from + fromStep);
    const u2 = v128.load(from + 2 * fromStep);
    const u3 = v128.load(from + 3 * fromStep);
    const u4 = v128.load(from + 4 * fromStep);
    const sum = times(1.0 / 6.0, f32x4.add(u1, u2));
    const difference = times(1.0 / 6.0, f32x4.sub(u2, u1));
    const sum2 = f32x4.add(u3, u4);
    const difference2 = times(1.0 / 12.0, f32x4.sub(u3, u4));
    const first = f32x4.sub(times(1.0 / 4.0, v128.load(from)), sum);
    v128.store(to, f32x4.add(first, times(1.0 / 24.0, sum2)));
    v128.store(to + toStep, f32x4.add(difference, difference2));
    const last = f32x4.sub(times(1.0 / 6.0, sum2), sum);
    v128.store(to + 2 * toStep, f32x4.add(last, v128.load(from + 5 * fromStep)));
    from += fromNext;
    to += toNext;
  }
}
