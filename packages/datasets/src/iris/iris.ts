import type { Dataset, Normalization, TrainTestDatasets } from '../dataset.js';
import { datasetInfo } from '../catalogue/dataset-info.js';
import { selectExamples } from '../sampling/select-examples.js';
import { stratifiedSplit } from '../sampling/stratified-split.js';
import { irisTenths } from './iris-rows.js';

export interface IrisOptions {
  /** Which rows are held out for the test; default 1. */
  readonly seed?: number | undefined;
  /** Share of the 150 rows held out, equal in each species; default 0.2: 120 to learn, 30 to test. */
  readonly testFraction?: number | undefined;
}

/**
 * Fisher's irises: `inputs` [n, 4] float32 centimetres (sepal length and width, petal length and
 * width), `labels` 0 setosa, 1 versicolor, 2 virginica.
 * Both parts are standardised by the mean and deviation of the training rows.
 */
export function iris({ seed = 1, testFraction = 0.2 }: IrisOptions = {}): TrainTestDatasets {
  const all: Dataset = {
    name: 'iris',
    inputs: Float32Array.from(irisTenths, (tenths) => tenths / 10),
    inputShape: [4],
    labels: Uint8Array.from({ length: irisTenths.length / 4 }, (_, row) => Math.floor(row / 50)),
    classNames: datasetInfo('iris').classNames.en,
    normalization: { kind: 'scale', factor: 1 },
  };
  const split = stratifiedSplit(all, { fraction: testFraction, seed });
  const train = selectExamples(all, split.train);
  const normalization = standardization(train);
  return {
    train: { ...train, normalization },
    test: { ...selectExamples(all, split.heldOut), normalization },
  };
}

/** Mean and population deviation of each feature. */
function standardization({ inputs, inputShape, labels }: Dataset): Normalization {
  const features = inputShape[0]!;
  const mean = Array.from({ length: features }, () => 0);
  const deviation = Array.from({ length: features }, () => 0);
  inputs.forEach((value, i) => {
    mean[i % features]! += value / labels.length;
  });
  inputs.forEach((value, i) => {
    deviation[i % features]! += (value - mean[i % features]!) ** 2 / labels.length;
  });
  return {
    kind: 'standardize',
    mean,
    deviation: deviation.map((variance) => Math.sqrt(variance) || 1),
  };
}
