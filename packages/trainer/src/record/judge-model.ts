import type { Dataset } from '@manabi/datasets';
import { resolveModel, type Model } from '@manabi/models';
import { checkDataset } from '../data/check-dataset.js';
import { judgeLogits } from '../evaluate.js';
import { computeOutputs } from '../inference/compute-outputs.js';
import type { InferenceOptions } from '../inference/inference-options.js';
import { argMaxRows } from '../metrics/arg-max-rows.js';
import { softmaxRow } from '../metrics/softmax-row.js';
import type { RecordedPrediction, RecordedTest } from './run-record.js';

/** Examples that a record shows, and mistakes. */
const shown = 12;

/**
 * What a record says of a model: every test example is predicted once, as `evaluate` does.
 *
 * @throws TrainerError `empty-data`, `data-mismatch` or `invalid-setting`; what `resolveModel` and
 *   `checkWeights` throw; the signal's reason.
 */
export async function judgeModel(
  model: Model,
  test: Dataset,
  options: InferenceOptions = {},
): Promise<RecordedTest> {
  const resolved = resolveModel(model.spec);
  checkDataset(`judgeModel "${test.name}"`, test, resolved);
  const { classes } = resolved;
  const task = { model: resolved, weights: model.weights, data: test, output: 'logits' } as const;
  const { values: logits } = await computeOutputs('judgeModel', task, options);
  const predicted = argMaxRows(logits, classes);
  const prediction = (index: number): RecordedPrediction => ({
    index,
    label: test.labels[index]!,
    predicted: predicted[index]!,
    probabilities: softmaxRow(logits.subarray(index * classes, (index + 1) * classes)),
  });
  const { samples: examples, ...figures } = judgeLogits(logits, test.labels, classes);
  return {
    examples,
    ...figures,
    predictions: Array.from({ length: Math.min(shown, examples) }, (_, index) => prediction(index)),
    mistakes: Array.from(predicted.keys())
      .filter((index) => predicted[index] !== test.labels[index])
      .map(prediction)
      .sort((a, b) => certainty(b) - certainty(a) || a.index - b.index)
      .slice(0, shown),
  };
}

/** The probability of the class that was chosen. */
function certainty({ probabilities, predicted }: RecordedPrediction): number {
  return probabilities[predicted]!;
}
