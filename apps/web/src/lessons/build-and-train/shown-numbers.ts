/** @file Numbers as the lesson writes them: what is shown follows from what is shown. */
import { roundToSum } from '@manabi/viz';

/** With a minus sign as wide as a plus; what is no number in the words of mathematics. */
export function written(value: number, decimals: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞';
  // Adding 0 turns -0 into 0.
  return (Number(value.toFixed(decimals)) + 0).toFixed(decimals).replace('-', '−');
}

/** As a factor: brackets around what is negative. */
export function factor(text: string): string {
  return text.startsWith('−') ? `(${text})` : text;
}

/** One weight's change, each number as it is written. */
export interface ShownUpdate {
  readonly before: string;
  readonly gradient: string;
  readonly rate: string;
  /** `rate x gradient`, of the numbers shown. */
  readonly product: string;
  /** `before - product`, of the numbers shown. */
  readonly after: string;
  readonly direction: 'increase' | 'decrease' | 'none';
}

/** @param rate - at most three decimals. */
export function shownUpdate(before: number, gradient: number, rate: number): ShownUpdate {
  const largest = Math.max(Math.abs(before), Math.abs(rate * gradient));
  const decimals = Number.isFinite(largest) ? decimalsFor(largest) : 0;
  // Enough of the gradient that its rounding stays below the last digit of the product.
  const finer = decimals + 1 + (rate > 1 ? 1 : 0);
  const shownBefore = round(before, decimals);
  const shownGradient = round(gradient, finer);
  const product = round(rate * shownGradient, decimals);
  const after = round(shownBefore - product, decimals);
  return {
    before: written(shownBefore, decimals),
    gradient: written(shownGradient, finer),
    rate: String(rate),
    product: written(product, decimals),
    after: written(after, decimals),
    direction: product < 0 ? 'increase' : product > 0 ? 'decrease' : 'none',
  };
}

/** Six decimals for weights near 0, fewer for larger ones: about seven digits, as float32 keeps. */
function decimalsFor(largest: number): number {
  const digitsBefore = largest < 1 ? 0 : Math.floor(Math.log10(largest));
  return Math.max(0, 6 - digitsBefore);
}

function round(value: number, decimals: number): number {
  return Number.isFinite(value) ? Number(value.toFixed(decimals)) : value;
}

/** What one example's classes got and should have got, each number as it is written. */
export interface ShownComparison {
  readonly probabilities: readonly string[];
  /** `probability - truth`. */
  readonly differences: readonly string[];
}

const shareDecimals = 3;

/** The probabilities add up to 1 and the differences to 0, to the last digit shown. */
export function shownComparison(probabilities: ArrayLike<number>, truth: number): ShownComparison {
  const all = Array.from(probabilities);
  const shares = all.every(Number.isFinite) ? roundToSum(all, shareDecimals) : all;
  return {
    probabilities: shares.map((share) => written(share, shareDecimals)),
    differences: shares.map((share, i) => written(share - (i === truth ? 1 : 0), shareDecimals)),
  };
}

/** The losses of a batch and their mean. */
export interface ShownLosses {
  readonly each: readonly string[];
  readonly sum: string;
  /** `sum / examples`, of the numbers shown. */
  readonly mean: string;
}

export function shownLosses(losses: ArrayLike<number>): ShownLosses {
  const each = Array.from(losses, (loss) => round(loss, shareDecimals));
  const sum = each.reduce((total, loss) => total + loss, 0);
  return {
    each: each.map((loss) => written(loss, shareDecimals)),
    sum: written(sum, shareDecimals),
    mean: written(sum / each.length, shareDecimals),
  };
}
