/**
 * Shares of the classes: `p_i = e^{z_i} / sum_j e^{z_j}` (Goodfellow et al. 2016, section 6.2.2.3).
 *
 * @param logits - [classes], not all -Infinity.
 * @returns [classes], in [0, 1], sum 1.
 */
export function softmax(logits: readonly number[]): number[] {
  // The largest is taken off first, so that no power overflows; it cancels.
  const largest = Math.max(...logits);
  const powers = logits.map((z) => Math.exp(z - largest));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}

/** Index of the largest number; of equal ones the first, as a network decides. */
export function largestIndex(values: readonly number[]): number {
  return values.indexOf(Math.max(...values));
}

/** A share and its cross-entropy as text, so that one follows from the other as it is shown. */
export interface ShownLoss {
  /** Four digits that count. */
  readonly share: string;
  /** `-ln share` in nats, three decimals. */
  readonly loss: string;
  /** The same as a number. */
  readonly value: number;
}

/** The cross-entropy of one example whose true class has the given share, in (0, 1]. */
export function shownLoss(share: number): ShownLoss {
  const text = share >= 0.99995 ? share.toFixed(7) : fourDigits(share);
  const value = -Math.log(Number(text)) + 0;
  return { share: text, loss: value.toFixed(3), value };
}

/** Four digits that count, without an exponent. */
function fourDigits(share: number): string {
  return share.toFixed(Math.min(20, 3 - Math.floor(Math.log10(share))));
}
