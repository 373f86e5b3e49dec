import type { Weights } from '../model-spec.js';
import type { ResolvedDense } from '../shape/resolved-model.js';

/** Everything that one unit of a dense layer adds up, before its activation. */
export interface DenseTerms {
  /** [features]: the unit's weights. */
  readonly weights: Float32Array;
  /** [features]: `input * weight`. */
  readonly products: Float64Array;
  /** 0 where the layer has none. */
  readonly bias: number;
  /** `bias + sum products`, in float64. */
  readonly sum: number;
}

/**
 * The products behind one unit: `sum = b_u + sum_i x_i W[i, u]`.
 *
 * @param input - [features] of one example.
 * @param unit - in [0, units).
 */
export function denseTerms(
  layer: ResolvedDense,
  weights: Weights,
  input: ArrayLike<number>,
  unit: number,
): DenseTerms {
  const kernel = weights[`${layer.name}/kernel`]!;
  const features = layer.inputShape[0]!;
  const own = Float32Array.from({ length: features }, (_, i) => kernel[i * layer.units + unit]!);
  const products = Float64Array.from(own, (weight, i) => weight * input[i]!);
  const bias = layer.useBias ? weights[`${layer.name}/bias`]![unit]! : 0;
  return {
    weights: own,
    products,
    bias,
    sum: products.reduce((sum, product) => sum + product, bias),
  };
}
