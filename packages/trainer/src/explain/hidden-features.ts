import { type Dataset } from '@manabi/datasets';
import { checkWeights, resolveModel, type Model, type ModelSpec } from '@manabi/models';
import { checkDataset } from '../data/check-dataset.js';
import { computeOutputs } from '../inference/compute-outputs.js';
import type { InferenceOptions } from '../inference/inference-options.js';

/** What the last layer that has weights reads, for n examples. */
export interface HiddenFeatures {
  /** Numbers for each example. */
  readonly length: number;
  /** [n, length] row-major. */
  readonly values: Float32Array;
}

/**
 * What a network makes of examples before its last layer decides: the outputs of the last hidden
 * layer. Of a network without hidden layers, the normalised inputs.
 *
 * @throws what `predict` throws.
 */
export async function hiddenFeatures(
  model: Model,
  dataset: Dataset,
  options: InferenceOptions = {},
): Promise<HiddenFeatures> {
  const resolved = resolveModel(model.spec);
  checkWeights(resolved, model.weights);
  checkDataset(`hiddenFeatures "${dataset.name}"`, dataset, resolved);
  const hidden = resolveModel(withoutLastLayer(resolved.spec, resolved.layers));
  const weights = Object.fromEntries(
    hidden.layers.flatMap((layer) =>
      layer.weights.map(({ name }) => [name, model.weights[name]!] as const),
    ),
  );
  const task = { model: hidden, weights, data: dataset, output: 'logits' } as const;
  const { values } = await computeOutputs('hiddenFeatures', task, options);
  return { length: hidden.classes, values };
}

/** Ends before the last layer that has weights; what was between them and their features stays. */
function withoutLastLayer(
  spec: ModelSpec,
  layers: readonly { readonly weights: readonly unknown[] }[],
): ModelSpec {
  const last = layers.findLastIndex(({ weights }) => weights.length > 0);
  const kept = spec.layers.slice(0, Math.max(0, last));
  return { ...spec, layers: kept.length === 0 ? [{ type: 'flatten' }] : kept };
}
