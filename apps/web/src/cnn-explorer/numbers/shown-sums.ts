/** @file Numbers as they stand on the page: rounded so that what is added up adds up. */
import type { Conv2dTerms } from '@manabi/models';
import { roundToSum } from '@manabi/viz';

/** Digits after the point, everywhere in the explorer. */
export const shownDecimals = 4;

/** As it is shown. */
export function rounded(value: number): number {
  return Number(value.toFixed(shownDecimals)) + 0;
}

/** A convolution's sum, all of it as shown. */
export interface ShownConvolution {
  readonly channels: readonly { readonly products: readonly number[]; readonly sum: number }[];
  readonly bias: number;
  readonly sum: number;
}

/**
 * The sum is the model's, rounded; the channels' sums and the bias add up to it, and each channel's
 * products to the channel's sum. No number is a whole unit of its last digit from what it stands for.
 */
export function shownConvolution({ channels, bias, sum }: Conv2dTerms): ShownConvolution {
  const shownBias = rounded(bias);
  const total = rounded(sum);
  const sums = shareOut(
    channels.map((channel) => channel.sum),
    total - shownBias,
  );
  return {
    channels: channels.map(({ terms }, i) => ({
      products: shareOut(
        terms.map(({ product }) => product),
        sums[i]!,
      ),
      sum: sums[i]!,
    })),
    bias: shownBias,
    sum: total,
  };
}

/** Terms rounded so that they add up to a total that is shown already. */
export function shareOut(terms: readonly number[], total: number): readonly number[] {
  return roundToSum(terms, shownDecimals, total);
}
