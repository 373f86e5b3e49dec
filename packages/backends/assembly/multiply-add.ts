/** `sum + x y` of four numbers each, in every product of matrices. Small enough to be inlined. */
export function multiplyAdd(sum: v128, x: v128, y: v128): v128 {
  return f32x4.add(sum, f32x4.mul(x, y));
}
