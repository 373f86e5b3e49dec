/**
 * Rounds terms so that they add up to their rounded sum, to the last digit shown: each is rounded
 * down, then those with the largest remainders go up (Hamilton's method). No term moves by a whole
 * unit of its last digit.
 *
 * @returns as many numbers, each a multiple of `10^-decimals`.
 */
export function roundToSum(terms: readonly number[], decimals: number): readonly number[] {
  const unit = 10 ** decimals;
  const scaled = terms.map((term) => term * unit);
  const down = scaled.map(Math.floor);
  const total = Math.round(scaled.reduce((sum, term) => sum + term, 0));
  const missing = total - down.reduce((sum, term) => sum + term, 0);
  const order = scaled
    .map((term, i) => ({ i, remainder: term - down[i]! }))
    .sort((a, b) => b.remainder - a.remainder || a.i - b.i);
  for (const { i } of order.slice(0, missing)) down[i]!++;
  return down.map((term) => term / unit);
}
