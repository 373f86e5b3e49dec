import type { Dataset } from '@manabi/datasets';
import { resolveModel, type Model } from '@manabi/models';
import { checkDataset } from './data/check-dataset.js';
import { judgeLogits, type Judgement } from './evaluate.js';
import { computeOutputs } from './inference/compute-outputs.js';
import type { Computation, InferenceOptions } from './inference/inference-options.js';
import { argMaxRows } from './metrics/arg-max-rows.js';
import { softmaxRow } from './metrics/softmax-row.js';

/** How good a model is on a data set, and what it says of every example. */
export interface Examination extends Judgement, Computation {
  /** [n, classes] row-major, each row in [0, 1] with sum 1. */
  readonly probabilities: Float32Array;
  /** [n], the class with the highest probability. */
  readonly predicted: Int32Array;
}

/**
 * `evaluate` and `predict` in one pass: for whoever lists the examples behind a cell of the
 * confusion matrix.
 *
 * @throws what `evaluate` does.
 */
export async function examine(
  model: Model,
  dataset: Dataset,
  options: InferenceOptions = {},
): Promise<Examination> {
  const resolved = resolveModel(model.spec);
  checkDataset(`examine "${dataset.name}"`, dataset, resolved);
  const task = {
    ...{ model: resolved, weights: model.weights, data: dataset },
    output: 'logits',
  } as const;
  const { values: logits, computation } = await computeOutputs('examine', task, options);
  const { classes } = resolved;
  const probabilities = new Float32Array(logits.length);
  for (let start = 0; start < logits.length; start += classes) {
    probabilities.set(softmaxRow(logits.subarray(start, start + classes)), start);
  }
  return {
    ...judgeLogits(logits, dataset.labels, classes),
    ...{ probabilities, predicted: argMaxRows(logits, classes) },
    ...computation,
  };
}
