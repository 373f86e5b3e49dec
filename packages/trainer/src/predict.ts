import type { Dataset } from '@manabi/datasets';
import { resolveModel, type Model } from '@manabi/models';
import { checkDataset } from './data/check-dataset.js';
import { datasetSource, inputsSource } from './inference/example-source.js';
import { runBatches, type InferenceOptions } from './inference/run-batches.js';
import { argMaxRows } from './metrics/arg-max-rows.js';

/** What a model says of n examples. */
export interface Predictions {
  readonly classes: number;
  /** [n, classes] row-major, each row in [0, 1] with sum 1. */
  readonly probabilities: Float32Array;
  /** [n], the class with the highest probability. */
  readonly labels: Int32Array;
}

/**
 * Classifies examples on the current tfjs backend.
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
  let source;
  if (examples instanceof Float32Array) {
    source = inputsSource(examples, resolved);
  } else {
    checkDataset(`predict "${examples.name}"`, examples, resolved);
    source = datasetSource(examples);
  }
  const output = 'probabilities';
  const probabilities = await runBatches(resolved, model.weights, source, output, options);
  return { classes, probabilities, labels: argMaxRows(probabilities, classes) };
}
