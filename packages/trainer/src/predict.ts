import type { Dataset } from '@manabi/datasets';
import { resolveModel, type Model } from '@manabi/models';
import { checkDataset } from './data/check-dataset.js';
import { computeOutputs } from './inference/compute-outputs.js';
import type { Computation, InferenceOptions } from './inference/inference-options.js';
import { inputsDataset } from './inference/inputs-dataset.js';
import { argMaxRows } from './metrics/arg-max-rows.js';

/** What a model says of n examples, and what computed it. */
export interface Predictions extends Computation {
  readonly classes: number;
  /** [n, classes] row-major, each row in [0, 1] with sum 1. */
  readonly probabilities: Float32Array;
  /** [n], the class with the highest probability. */
  readonly labels: Int32Array;
}

/**
 * Classifies examples, on the current tfjs backend or, where that is `wasm` or `cpu`, by kernels of
 * our own in its place (`InferenceOptions.engine`).
 *
 * @param examples - a data set, whose labels must be classes and change nothing, or inputs
 *   [n, ...inputShape] row-major, normalised as in training (images: bytes times 1/255).
 * @throws TrainerError `empty-data`, `data-mismatch` or `invalid-setting`; what `resolveModel` and
 *   `checkWeights` throw; the signal's reason.
 */
export async function predict(
  model: Model,
  examples: Dataset | Float32Array,
  options: InferenceOptions = {},
): Promise<Predictions> {
  const resolved = resolveModel(model.spec);
  const { classes } = resolved;
  let data;
  if (examples instanceof Float32Array) {
    data = inputsDataset(examples, resolved);
  } else {
    checkDataset(`predict "${examples.name}"`, examples, resolved);
    data = examples;
  }
  const task = { model: resolved, weights: model.weights, data, output: 'probabilities' } as const;
  const { values, computation } = await computeOutputs('predict', task, options);
  return { classes, probabilities: values, labels: argMaxRows(values, classes), ...computation };
}
