/** The weighted inputs and the bias, added up: `sum_i w_i x_i + b`. */
export function weightedSum(x: readonly number[], w: readonly number[], b: number): number {
  return x.reduce((sum, value, i) => sum + value * (w[i] ?? 0), b);
}
