import { ModelArgumentError } from '../model-argument-error.js';
import type { Model, Weights } from '../model-spec.js';
import type { ResolvedLayer } from '../shape/resolved-model.js';
import { resolveModel } from '../shape/resolve-model.js';

/** What is taken out of a network to see what depends on it. */
export interface Ablation {
  /** Layers whose biases become zero. */
  readonly biases?: readonly string[];
  /** Units of dense layers and filters of convolutions that are silenced. */
  readonly units?: readonly { readonly layer: string; readonly unit: number }[];
}

/**
 * A network without some of its parts. A silenced unit's weights and bias become zero, and so does
 * every weight of the next layer that reads it: whatever its activation gives for a sum of 0
 * (`sigmoid` gives 0.5), nothing of it goes on.
 *
 * @returns weights that share the arrays of the layers that stay as they are; the model's own are
 *   unchanged.
 * @throws ModelArgumentError `unknownLayer` when the model has no such layer with weights, or the
 *   layer no such unit.
 */
export function ablate(model: Model, { biases = [], units = [] }: Ablation): Model {
  const { layers } = resolveModel(model.spec);
  const weights: Record<string, Float32Array> = { ...model.weights };
  const own = (name: string) => (weights[name] = weights[name]!.slice());
  for (const name of biases) {
    const { weights: needed } = weighted(layers, name);
    const bias = needed[1];
    if (bias !== undefined) own(bias.name).fill(0);
  }
  for (const { layer: name, unit } of units) {
    const layer = weighted(layers, name);
    const count = layer.outputShape.at(-1)!;
    if (!Number.isInteger(unit) || unit < 0 || unit >= count) {
      throw unknown(`layer "${name}" has units 0 to ${count - 1}, got ${unit}; name one of them`);
    }
    for (const needed of layer.weights) {
      const values = own(needed.name);
      for (let i = unit; i < values.length; i += count) values[i] = 0;
    }
    const reader = layers.slice(layers.indexOf(layer) + 1).find(hasWeights);
    if (reader === undefined) continue;
    const kernel = own(reader.weights[0]!.name);
    const outputs = reader.outputShape.at(-1)!;
    // Pooling keeps channels apart, and flattening leaves them innermost: every `count`-th input.
    for (let input = unit; input * outputs < kernel.length; input += count) {
      kernel.fill(0, input * outputs, (input + 1) * outputs);
    }
  }
  return { spec: model.spec, weights: weights satisfies Weights };
}

function hasWeights({ weights }: ResolvedLayer): boolean {
  return weights.length > 0;
}

function weighted(layers: readonly ResolvedLayer[], name: string): ResolvedLayer {
  const found = layers.find((layer) => layer.name === name && hasWeights(layer));
  if (found !== undefined) return found;
  const known = layers.filter(hasWeights).map((layer) => layer.name);
  throw unknown(`expects a layer with weights (${known.join(', ')}), got "${name}"; name one`);
}

function unknown(text: string): ModelArgumentError {
  return new ModelArgumentError('unknownLayer', `ablate: ${text}`);
}
