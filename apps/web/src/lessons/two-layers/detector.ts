/** @file A hidden neuron that looks at 5x5 pixels, 0 dark or 1 bright, for one pattern. */
import { activations } from '@manabi/viz';

export const side = 5;

const drawn = (...lines: readonly string[]) => Array.from(lines.join(''), Number);

/** [25] each, row by row. */
export const patterns = {
  vertical: drawn('00100', '00100', '00100', '00100', '00100'),
  horizontal: drawn('00000', '00000', '11111', '00000', '00000'),
  cross: drawn('10001', '01010', '00100', '01010', '10001'),
  ring: drawn('11111', '10001', '10001', '10001', '11111'),
} as const satisfies Record<string, readonly number[]>;

/** The reader's own pattern at first. */
export const heart = drawn('01010', '11111', '11111', '01110', '00100');

export const detectorNames = ['vertical', 'horizontal', 'cross', 'ring', 'own'] as const;
export type DetectorName = (typeof detectorNames)[number];

/** What a detector answers to a perfect image with {@link fittingBias}. */
const fullAnswer = 3;

/** +1 where the pattern is bright, -1 where it is dark. */
export function weightsFor(pattern: readonly number[]): readonly number[] {
  return pattern.map((pixel) => (pixel === 1 ? 1 : -1));
}

/** The bias that leaves {@link fullAnswer} of a perfect image, and one less for each wrong pixel. */
export function fittingBias(pattern: readonly number[]): number {
  return fullAnswer - brightPixels(pattern);
}

export function brightPixels(image: readonly number[]): number {
  return image.reduce((sum, pixel) => sum + pixel, 0);
}

/** What a detector makes of an image. */
export interface Detection {
  /** Bright pixels on positive weights, and on negative ones. */
  readonly fitting: number;
  readonly disturbing: number;
  /** `fitting - disturbing + bias` */
  readonly sum: number;
  /** `relu(sum)` */
  readonly answer: number;
  /** The answer as a share of the greatest that any image can get; 0 if none gets any. */
  readonly brightness: number;
}

export function detect(
  weights: readonly number[],
  bias: number,
  image: readonly number[],
): Detection {
  const weighted = weights.map((weight, i) => weight * (image[i] ?? 0));
  const fitting = weighted.filter((product) => product > 0).length;
  const disturbing = weighted.filter((product) => product < 0).length;
  const sum = fitting - disturbing + bias;
  const answer = activations.relu.value(sum);
  const greatest = activations.relu.value(brightPixels(favourite(weights)) + bias);
  return { fitting, disturbing, sum, answer, brightness: greatest === 0 ? 0 : answer / greatest };
}

/** The image that excites it most: bright wherever a weight is positive, dark elsewhere. */
export function favourite(weights: readonly number[]): readonly number[] {
  return weights.map((weight) => (weight > 0 ? 1 : 0));
}
