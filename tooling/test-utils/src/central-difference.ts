/**
 * Numerical gradient of a scalar function by central differences,
 * `df/dx_i = (f(x + h e_i) - f(x - h e_i)) / 2h`, accurate to O(h^2).
 *
 * @param f - reads its argument without keeping it.
 * @param x - [n], the point; unchanged.
 * @param step - h, default 1e-3: in float32 the best balance of rounding and truncation near 1.
 * @returns [n], float64.
 */
export function centralDifference(
  f: (x: Float32Array) => number,
  x: Float32Array,
  step = 1e-3,
): Float64Array {
  const gradient = new Float64Array(x.length);
  const probe = x.slice();
  for (let i = 0; i < x.length; i++) {
    const value = x[i]!;
    probe[i] = value + step;
    const upper = { x: probe[i]!, y: f(probe) };
    probe[i] = value - step;
    const lower = { x: probe[i]!, y: f(probe) };
    probe[i] = value;
    // The step that float32 kept, not the one asked for.
    gradient[i] = (upper.y - lower.y) / (upper.x - lower.x);
  }
  return gradient;
}
