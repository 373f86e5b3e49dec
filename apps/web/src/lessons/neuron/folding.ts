/** @file Two layers of one neuron each, and the one layer that they may or may not come down to. */
import { activations, type NeuronActivation } from '@manabi/viz';

/** `y = weight x + bias`. */
export interface Line {
  readonly weight: number;
  readonly bias: number;
}

/** Where the two layers are looked at: 81 places in [-2, 2]. */
export const places: readonly number[] = Array.from({ length: 81 }, (_, i) => (i - 40) / 20);

/** `second(f(first(x)))`. */
export function twoLayers(first: Line, second: Line, f: NeuronActivation, x: number): number {
  return second.weight * activations[f].value(first.weight * x + first.bias) + second.bias;
}

/** Both layers in one, where nothing bends between them: `c (a x + b) + d = (c a) x + (c b + d)`. */
export function fold(first: Line, second: Line): Line {
  return {
    weight: second.weight * first.weight,
    bias: second.weight * first.bias + second.bias,
  };
}

/**
 * The straight line that comes nearest to the values at {@link places}, by least squares:
 * `weight = cov(x, y) / var(x)`, through the means.
 */
export function nearestLine(values: readonly number[]): Line {
  const mean = (numbers: readonly number[]) =>
    numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
  const [meanX, meanY] = [mean(places), mean(values)];
  const covariance = mean(places.map((x, i) => (x - meanX) * ((values[i] ?? 0) - meanY)));
  const variance = mean(places.map((x) => (x - meanX) ** 2));
  const weight = covariance / variance;
  return { weight, bias: meanY - weight * meanX };
}

/** How far a line is from the values where it is farthest. */
export function largestGap(line: Line, values: readonly number[]): number {
  return Math.max(
    ...places.map((x, i) => Math.abs(line.weight * x + line.bias - (values[i] ?? 0))),
  );
}
