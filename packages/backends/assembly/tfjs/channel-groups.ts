/** @file Between the channels of a depthwise convolution and its outputs, `multiplier` for each. */

/** `to[i, q] = from[i]` for i in [0, count) and q in [0, multiplier). */
export function repeatGroups(from: usize, count: i32, multiplier: i32, to: usize): void {
  for (const end = from + <usize>count * 4; from < end; from += 4) {
    const value = load<f32>(from);
    for (let q = 0; q < multiplier; q++) {
      store<f32>(to, value);
      to += 4;
    }
  }
}

/** The derivative of {@link repeatGroups}: `to[i] = sum over q of from[i, q]`. */
export function addGroups(from: usize, count: i32, multiplier: i32, to: usize): void {
  for (const end = to + <usize>count * 4; to < end; to += 4) {
    let sum: f32 = 0;
    for (let q = 0; q < multiplier; q++) {
      sum += load<f32>(from);
      from += 4;
    }
    store<f32>(to, sum);
  }
}
