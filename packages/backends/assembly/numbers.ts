/** `to[i] = 0` for i in [0, count). */
export function fillZero(to: usize, count: i32): void {
  let i = 0;
  for (; i + 4 <= count; i += 4) v128.store(to + <usize>i * 4, i32x4.splat(0));
  for (; i < count; i++) store<f32>(to + <usize>i * 4, 0);
}

/** `to[i] = from[i]` for i in [0, count). */
export function copyNumbers(from: usize, to: usize, count: i32): void {
  let i = 0;
  for (; i + 4 <= count; i += 4) v128.store(to + <usize>i * 4, v128.load(from + <usize>i * 4));
  for (; i < count; i++) store<f32>(to + <usize>i * 4, load<f32>(from + <usize>i * 4));
}

/** `to[i] += from[i]` for i in [0, count). */
export function addNumbers(from: usize, to: usize, count: i32): void {
  let i = 0;
  for (; i + 4 <= count; i += 4) {
    const at = to + <usize>i * 4;
    v128.store(at, f32x4.add(v128.load(at), v128.load(from + <usize>i * 4)));
  }
  for (; i < count; i++) {
    const at = to + <usize>i * 4;
    store<f32>(at, load<f32>(at) + load<f32>(from + <usize>i * 4));
  }
}
