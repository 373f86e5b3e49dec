/**
 * Rounds terms so that they add up to their rounded sum, to the last digit shown: each is rounded
 * down, then those with the largest remainders go up (Hamilton's method). No term moves by a whole
 * unit of its last digit.
 *
 * @param total - what they shall add up to instead, where it stands there already: their sum up to
 *   a unit or so of its last digit.
 * @returns as many numbers, each a multiple of `10^-decimals`.
 */
export function roundToSum(
  terms: readonly number[],
  decimals: number,
  total = terms.reduce((sum, term) => sum + term, 0),
): readonly number[] {
  if (terms.length === 0) return [];
  const unit = 10 ** decimals;
  const scaled = terms.map((term) => term * unit);
  const down = scaled.map(Math.floor);
  const missing = Math.round(total * unit) - down.reduce((sum, term) => sum + term, 0);
  const order = scaled
    .map((term, i) => ({ i, remainder: term - down[i]! }))
    .sort((a, b) => b.remainder - a.remainder || a.i - b.i);
  for (let n = 0; n < missing; n++) down[order[n % order.length]!.i]!++;
  for (let n = 0; n < -missing; n++) down[order.at(-1 - (n % order.length))!.i]!--;
  return down.map((term) => term / unit + 0);
}
