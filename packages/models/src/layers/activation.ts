import { relu, sigmoid, softmax, tanh, type Tensor } from '@tensorflow/tfjs-core';
import type { ActivationName, ActivationSpec } from '../model-spec.js';
import type { LayerPlace } from '../shape/layer-place.js';
import type { ExampleShape, ResolvedActivation } from '../shape/resolved-model.js';

/** The shape stays. */
export function resolveActivation(
  spec: ActivationSpec,
  place: LayerPlace,
  inputShape: ExampleShape,
): ResolvedActivation {
  const { activation } = spec;
  const shapes = { inputShape, outputShape: inputShape };
  return { type: 'activation', name: place.name, ...shapes, activation, weights: [] };
}

/**
 * `linear`: x; `relu`: max(0, x); `sigmoid`: 1 / (1 + e^-x); `tanh`: (e^x - e^-x) / (e^x + e^-x);
 * `softmax`: e^x_i / sum_j e^x_j over the last axis.
 *
 * @param x - any shape.
 * @returns the same shape; for `linear` the same tensor.
 */
export function activate(name: ActivationName, x: Tensor): Tensor {
  switch (name) {
    case 'linear':
      return x;
    case 'relu':
      return relu(x);
    case 'sigmoid':
      return sigmoid(x);
    case 'tanh':
      return tanh(x);
    case 'softmax':
      return softmax(x);
    default:
      return name satisfies never;
  }
}
