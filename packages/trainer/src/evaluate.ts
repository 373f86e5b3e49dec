import type { Dataset } from '@manabi/datasets';
import { resolveModel, type Model } from '@manabi/models';
import { checkDataset } from './data/check-dataset.js';
import { computeOutputs } from './inference/compute-outputs.js';
import type { Computation, InferenceOptions } from './inference/inference-options.js';
import { argMaxRows } from './metrics/arg-max-rows.js';
import {
  classMetrics,
  macroAverage,
  type ClassMetrics,
  type MacroAverage,
} from './metrics/class-metrics.js';
import { confusionMatrix } from './metrics/confusion-matrix.js';
import { meanCrossEntropy } from './metrics/mean-cross-entropy.js';

/** How good a model's answers are. */
export interface Judgement {
  readonly samples: number;
  /** Mean cross-entropy in nats. */
  readonly loss: number;
  /** Share of right answers in [0, 1]. */
  readonly accuracy: number;
  /** [true][predicted] counts. */
  readonly confusionMatrix: readonly (readonly number[])[];
  /** By label. */
  readonly classes: readonly ClassMetrics[];
  readonly macroAverage: MacroAverage;
}

/** How good a model is on a data set, and what computed its answers. */
export type Evaluation = Judgement & Computation;

/**
 * Judges a model on labelled examples, on the current tfjs backend or, where that is `wasm` or `cpu`,
 * by kernels of our own in its place (`InferenceOptions.engine`).
 *
 * @throws TrainerError `empty-data`, `data-mismatch` or `invalid-setting`; what `resolveModel` and
 *   `checkWeights` throw; the signal's reason.
 */
export async function evaluate(
  model: Model,
  dataset: Dataset,
  options: InferenceOptions = {},
): Promise<Evaluation> {
  const resolved = resolveModel(model.spec);
  checkDataset(`evaluate "${dataset.name}"`, dataset, resolved);
  const task = {
    model: resolved,
    weights: model.weights,
    data: dataset,
    output: 'logits',
  } as const;
  const { values, computation } = await computeOutputs('evaluate', task, options);
  return { ...judgeLogits(values, dataset.labels, resolved.classes), ...computation };
}

/**
 * @param logits - [n, classes] row-major, n at least 1.
 * @param labels - [n], integers in [0, classes).
 */
export function judgeLogits(
  logits: Float32Array,
  labels: ArrayLike<number>,
  classCount: number,
): Judgement {
  const samples = labels.length;
  const matrix = confusionMatrix(labels, argMaxRows(logits, classCount), classCount);
  const classes = classMetrics(matrix);
  return {
    samples,
    loss: meanCrossEntropy(logits, labels, classCount),
    accuracy: matrix.reduce((right, row, label) => right + row[label]!, 0) / samples,
    confusionMatrix: matrix,
    classes,
    macroAverage: macroAverage(classes),
  };
}
