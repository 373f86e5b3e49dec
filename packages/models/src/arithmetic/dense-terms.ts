import type { Weights } from '../model-spec.js';
import type { ResolvedDense } from '../shape/resolved-model.js';

/** What one unit of a dense layer has learned. */
export interface DenseUnit {
  /** [features] */
  readonly weights: Float32Array;
  /** 0 where the layer has none. */
  readonly bias: number;
}

/** Everything that one unit of a dense layer adds up, before its activation. */
export interface DenseTerms extends DenseUnit {
  /** [features]: `input * weight`. */
  readonly products: Float64Array;
  /** `bias + sum products`, in float64. */
  readonly sum: number;
}

/**
 * The weights that lead to one unit, and its bias.
 *
 * @param unit - in [0, units).
 */
export function denseUnit(layer: ResolvedDense, weights: Weights, unit: number): DenseUnit {
  const kernel = weights[`${layer.name}/kernel`]!;
  const own = new Float32Array(layer.inputShape[0]!);
  for (let i = 0; i < own.length; i++) own[i] = kernel[i * layer.units + unit]!;
  return { weights: own, bias: layer.useBias ? weights[`${layer.name}/bias`]![unit]! : 0 };
}

/**
 * The products behind one unit: `sum = b_u + sum_i x_i W[i, u]`.
 *
 * @param input - [features] of one example.
 */
export function denseTerms({ weights, bias }: DenseUnit, input: ArrayLike<number>): DenseTerms {
  const products = Float64Array.from(weights, (weight, i) => weight * input[i]!);
  const sum = products.reduce((total, product) => total + product, bias);
  return { weights, products, bias, sum };
}
