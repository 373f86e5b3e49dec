/**
 * `sum + x y` of four numbers each, in every product of matrices. The build with relaxed SIMD leaves it
 * to the engine whether the product is rounded before it is added: one instruction in place of two,
 * but the last bit then depends on the processor.
 */
export function multiplyAdd(sum: v128, x: v128, y: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return f32x4.relaxed_madd(x, y, sum);
  return f32x4.add(sum, f32x4.mul(x, y));
}
