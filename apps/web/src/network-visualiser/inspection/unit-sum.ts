/** @file The sum of a unit, rounded so that what is written adds up to the last digit. */
import { roundToSum } from '@manabi/viz';

/** Decimals of values and weights. */
export const decimals = 4;

/** Decimals of gradients and changes, which are smaller, and of the weights beside them. */
export const gradientDecimals = 6;

/** One input of a unit. */
export interface Term {
  /** Index of the input. */
  readonly from: number;
  readonly input: number;
  readonly weight: number;
  /** Input times weight, within one unit of its last digit. */
  readonly product: number;
}

export interface UnitSum {
  /** In the order of the inputs; of many the strongest ones, the strongest first. */
  readonly terms: readonly Term[];
  /** How many terms `rest` stands for. */
  readonly others: number;
  /** Sum of the terms that are not listed. */
  readonly rest: number;
  readonly bias: number;
  /** `terms + rest + bias`, to the last digit. */
  readonly sum: number;
}

/**
 * `sum_i input_i weight_i + bias` with every term rounded to {@link decimals}, so that the rounded
 * terms add up to the rounded sum.
 *
 * @param most - terms that are listed one by one.
 */
export function unitSum(
  inputs: readonly number[],
  weights: readonly number[],
  bias: number,
  most: number,
): UnitSum {
  const all = inputs.map((input, from) => ({ from, input, weight: weights[from]! }));
  const exact = (term: { input: number; weight: number }) => term.input * term.weight;
  const listed =
    all.length <= most
      ? all
      : all.toSorted((a, b) => Math.abs(exact(b)) - Math.abs(exact(a))).slice(0, most);
  const isListed = new Set(listed.map(({ from }) => from));
  const rest = all.reduce((sum, term) => (isListed.has(term.from) ? sum : sum + exact(term)), 0);
  const rounded = roundToSum([...listed.map(exact), rest, bias], decimals);
  const unit = 10 ** decimals;
  return {
    terms: listed.map((term, i) => ({ ...term, product: rounded[i]! })),
    others: all.length - listed.length,
    rest: rounded.at(-2)!,
    bias: rounded.at(-1)!,
    sum: Math.round(rounded.reduce((sum, term) => sum + term * unit, 0)) / unit,
  };
}
