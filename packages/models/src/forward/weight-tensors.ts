import { dispose, getBackend, tensor, type Tensor } from '@tensorflow/tfjs-core';
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
      const values = weights[name]!;
      // Backends but wasm, which copies at once, would keep the caller's array itself.
      const own = getBackend() === 'wasm' ? values : values.slice();
      created[name] = tensor(own, [...shape], 'float32');
    }
  } catch (error) {
    dispose(created);
    throw error;
  }
  return created;
}
