import { add, matMul, type Tensor } from '@tensorflow/tfjs-core';
import type { WeightTensors } from '../forward/weight-tensors.js';
import type { DenseSpec } from '../model-spec.js';
import { layerError, type LayerPlace } from '../shape/layer-place.js';
import type { ExampleShape, ResolvedDense } from '../shape/resolved-model.js';
import { describeShape } from '../json/describe-value.js';
import { resolveWeighted } from './weighted.js';

/** [features] becomes [units]; the kernel is [features, units]. */
export function resolveDense(
  spec: DenseSpec,
  place: LayerPlace,
  inputShape: ExampleShape,
): ResolvedDense {
  const [features] = inputShape;
  if (features === undefined || inputShape.length !== 1) {
    throw layerError(
      place,
      'inputShape',
      `expects a flat input [features], got ${describeShape(inputShape)}; put {"type":"flatten"} before it`,
    );
  }
  const { units } = spec;
  return {
    type: 'dense',
    name: place.name,
    inputShape,
    outputShape: [units],
    units,
    ...resolveWeighted(spec, place, { name: 'kernel', shape: [features, units] }),
  };
}

/**
 * The weighted sums before the activation, `x W + b`.
 *
 * @param x - [batch, features].
 * @returns [batch, units].
 */
export function dense(layer: ResolvedDense, x: Tensor, weights: WeightTensors): Tensor {
  const sums = matMul(x, weights[`${layer.name}/kernel`]!);
  return layer.useBias ? add(sums, weights[`${layer.name}/bias`]!) : sums;
}
