/** Share of the steps in which the rate rises. */
const rising = 0.3;

/** The rate begins at `peak / 25` and ends at a ten-thousandth of that. */
const startDivisor = 25;
const endDivisor = 1e4;

/**
 * The one-cycle schedule (Smith and Topin 2018) with cosine slopes, as fast.ai and PyTorch have it:
 * from `peak / 25` up to `peak` in the first 30 % of all steps, then down to nearly 0.
 *
 * @param stepsDone - before this step, from 0.
 * @param steps - of the whole run, at least 1.
 */
export function oneCycleRate(stepsDone: number, steps: number, peak: number): number {
  const start = peak / startDivisor;
  const top = rising * steps - 1;
  if (stepsDone <= top) return slope(start, peak, stepsDone / top);
  const down = (stepsDone - top) / (steps - 1 - top);
  return slope(peak, start / endDivisor, Math.min(down, 1));
}

/** From `a` at 0 to `b` at 1 along half a cosine. */
function slope(a: number, b: number, t: number): number {
  return b + ((a - b) * (1 + Math.cos(Math.PI * t))) / 2;
}
