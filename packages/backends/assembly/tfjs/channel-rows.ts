/** @file Rows of pixels that meet channel by channel: sixteen channels at a time, then four, then one. */

/**
 * `to[c] += sum over t of a[t, c] b[t, c]` for t in [0, count).
 *
 * @param aStep - bytes from one pixel of `a` to the next; those of `b` lie side by side.
 */
export function addProducts(
  a: usize,
  aStep: usize,
  b: usize,
  count: i32,
  channels: i32,
  to: usize,
): void {
  if (count <= 0) return;
  const bStep = <usize>channels * 4;
  let channel = 0;
  for (; channel + 16 <= channels; channel += 16) {
    let p = a + <usize>channel * 4;
    let q = b + <usize>channel * 4;
    const sums = to + <usize>channel * 4;
    let s0 = v128.load(sums);
    let s1 = v128.load(sums, 16);
    let s2 = v128.load(sums, 32);
    let s3 = v128.load(sums, 48);
    for (let t = 0; t < count; t++) {
      s0 = f32x4.add(s0, f32x4.mul(v128.load(p), v128.load(q)));
      s1 = f32x4.add(s1, f32x4.mul(v128.load(p, 16), v128.load(q, 16)));
      s2 = f32x4.add(s2, f32x4.mul(v128.load(p, 32), v128.load(q, 32)));
      s3 = f32x4.add(s3, f32x4.mul(v128.load(p, 48), v128.load(q, 48)));
      p += aStep;
      q += bStep;
    }
    v128.store(sums, s0);
    v128.store(sums, s1, 16);
    v128.store(sums, s2, 32);
    v128.store(sums, s3, 48);
  }
  for (; channel + 4 <= channels; channel += 4) {
    let p = a + <usize>channel * 4;
    let q = b + <usize>channel * 4;
    const sums = to + <usize>channel * 4;
    let sum = v128.load(sums);
    for (let t = 0; t < count; t++) {
      sum = f32x4.add(sum, f32x4.mul(v128.load(p), v128.load(q)));
      p += aStep;
      q += bStep;
    }
    v128.store(sums, sum);
  }
  for (; channel < channels; channel++) {
    let p = a + <usize>channel * 4;
    let q = b + <usize>channel * 4;
    const sums = to + <usize>channel * 4;
    let sum = load<f32>(sums);
    for (let t = 0; t < count; t++) {
      sum += load<f32>(p) * load<f32>(q);
      p += aStep;
      q += bStep;
    }
    store<f32>(sums, sum);
  }
}

/**
 * `to[t, c] += from[t, c] weights[c]` for t in [0, count).
 *
 * @param toStep - bytes from one pixel of `to` to the next; those of `from` lie side by side.
 */
export function addScaled(
  from: usize,
  weights: usize,
  count: i32,
  channels: i32,
  to: usize,
  toStep: usize,
): void {
  const fromStep = <usize>channels * 4;
  let channel = 0;
  for (; channel + 16 <= channels; channel += 16) {
    const w = weights + <usize>channel * 4;
    const w0 = v128.load(w);
    const w1 = v128.load(w, 16);
    const w2 = v128.load(w, 32);
    const w3 = v128.load(w, 48);
    let p = from + <usize>channel * 4;
    let q = to + <usize>channel * 4;
    for (let t = 0; t < count; t++) {
      v128.store(q, f32x4.add(v128.load(q), f32x4.mul(v128.load(p), w0)));
      v128.store(q, f32x4.add(v128.load(q, 16), f32x4.mul(v128.load(p, 16), w1)), 16);
      v128.store(q, f32x4.add(v128.load(q, 32), f32x4.mul(v128.load(p, 32), w2)), 32);
      v128.store(q, f32x4.add(v128.load(q, 48), f32x4.mul(v128.load(p, 48), w3)), 48);
      p += fromStep;
      q += toStep;
    }
  }
  for (; channel + 4 <= channels; channel += 4) {
    const w = v128.load(weights + <usize>channel * 4);
    let p = from + <usize>channel * 4;
    let q = to + <usize>channel * 4;
    for (let t = 0; t < count; t++) {
      v128.store(q, f32x4.add(v128.load(q), f32x4.mul(v128.load(p), w)));
      p += fromStep;
      q += toStep;
    }
  }
  for (; channel < channels; channel++) {
    const w = load<f32>(weights + <usize>channel * 4);
    let p = from + <usize>channel * 4;
    let q = to + <usize>channel * 4;
    for (let t = 0; t < count; t++) {
      store<f32>(q, load<f32>(q) + load<f32>(p) * w);
      p += fromStep;
      q += toStep;
    }
  }
}
