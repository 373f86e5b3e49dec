/**
 * @file e^x and log x without tables, since the module has no static data of its own.
 */

/**
 * e^x of four numbers: 2^n times a polynomial in the remainder (Cephes `expf`; relative error below
 * 2e-7). Below -87 it gives 1e-38, above 88 it gives 1.6e38.
 */
export function exp4(x: v128): v128 {
  x = f32x4.max(f32x4.min(x, f32x4.splat(88)), f32x4.splat(-87));
  const n = f32x4.nearest(f32x4.mul(x, f32x4.splat(1.44269504088896341)));
  let r = f32x4.sub(x, f32x4.mul(n, f32x4.splat(0.693359375)));
  r = f32x4.sub(r, f32x4.mul(n, f32x4.splat(-2.1219444e-4)));
  let p = f32x4.splat(1.98756915e-4);
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1.3981999507e-3));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(8.3334519073e-3));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(4.1665795894e-2));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1.6666665459e-1));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(5.0000001201e-1));
  p = f32x4.add(f32x4.mul(f32x4.mul(p, r), r), f32x4.add(r, f32x4.splat(1)));
  const exponent = i32x4.shl(i32x4.add(i32x4.trunc_sat_f32x4_s(n), i32x4.splat(127)), 23);
  return f32x4.mul(p, exponent);
}

/** e^x of one number. */
export function exp1(x: f32): f32 {
  return f32x4.extract_lane(exp4(f32x4.splat(x)), 0);
}

/**
 * log x for x > 0: the exponent's share, and 2 atanh((m - 1) / (m + 1)) of the rest m in
 * [1/sqrt 2, sqrt 2) as a series, whose terms beyond z^19 are below 1e-16.
 */
export function log1(x: f64): f64 {
  // A sum of exponentials that is no longer a finite number has to show in the loss.
  if (!(x < f64.MAX_VALUE)) return x;
  const bits = reinterpret<i64>(x);
  let exponent = <i32>((bits >> 52) & 0x7ff) - 1023;
  let m = reinterpret<f64>((bits & 0x000fffffffffffff) | 0x3ff0000000000000);
  if (m > 1.4142135623730951) {
    m *= 0.5;
    exponent++;
  }
  const z = (m - 1) / (m + 1);
  const square = z * z;
  let series: f64 = 0;
  for (let k = 19; k > 0; k -= 2) series = series * square + 1 / <f64>k;
  return <f64>exponent * 0.6931471805599453 + 2 * z * series;
}
