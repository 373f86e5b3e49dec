/** Fewest decimals, up to a limit, that show every number exactly; the limit where none do. */
export function decimalsFor(values: readonly number[], limit: number): number {
  for (let decimals = 0; decimals < limit; decimals++) {
    // 0.1 * 3 is not 0.3: a billionth is rounding, not a digit.
    const exact = (value: number) =>
      Math.abs(value * 10 ** decimals - Math.round(value * 10 ** decimals)) < 1e-9;
    if (values.every(exact)) return decimals;
  }
  return limit;
}
