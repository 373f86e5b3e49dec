import { dispose, tensor, type Tensor } from '@tensorflow/tfjs-core';
import { checkWeights } from '../check-weights.js';
import type { Weights } from '../model-spec.js';
import type { ResolvedModel } from '../shape/resolved-model.js';

/** Weights by name as tensors of their shapes: `dense1/kernel`, `dense1/bias`... */
export type WeightTensors = Readonly<Record<string, Tensor>>;

/**
 * Copies a model's weights to the current tfjs backend.
 *
 * @returns float32 tensors; the caller disposes them (`dispose(tensors)` takes them all).
 * @throws ModelArgumentError when the weights are not those of the model; nothing is allocated then.
 */
export function createWeightTensors(model: ResolvedModel, weights: Weights): WeightTensors {
  checkWeights(model, weights);
  const created: Record<string, Tensor> = {};
  try {
    for (const { name, shape } of model.layers.flatMap((layer) => layer.weights)) {
      // The cpu backend would keep the caller's array itself.
      created[name] = tensor(weights[name]!.slice(), [...shape], 'float32');
    }
  } catch (error) {
    dispose(created);
    throw error;
  }
  return created;
}
