import { datasetSize, exampleLength, gatherBatch, type Dataset } from '@manabi/datasets';
import type { ResolvedModel } from '@manabi/models';
import { tensor } from '@tensorflow/tfjs-core';
import { TrainerError } from '../trainer-error.js';
import type { ExampleSource } from './run-batches.js';

/** The examples of a data set that fits the model, normalised as it says. */
export function datasetSource(dataset: Dataset): ExampleSource {
  return {
    n: datasetSize(dataset),
    upload(start, end) {
      const indices = Uint32Array.from({ length: end - start }, (_, i) => start + i);
      const { inputs } = gatherBatch(dataset, indices);
      return tensor(inputs, [end - start, ...dataset.inputShape], 'float32');
    },
  };
}

/**
 * Examples that are already as the network reads them.
 *
 * @param inputs - [n, ...inputShape] row-major, normalised as in training.
 * @throws TrainerError `data-mismatch` when they are not a whole number of examples, `empty-data`.
 */
export function inputsSource(inputs: Float32Array, model: ResolvedModel): ExampleSource {
  const { inputShape } = model;
  const length = exampleLength(model);
  if (inputs.length === 0) {
    throw new TrainerError('empty-data', {
      where: 'predict inputs',
      expected: 'at least 1 example',
      got: 'none',
      remedy: `pass ${length} numbers for each example`,
    });
  }
  if (inputs.length % length !== 0) {
    throw new TrainerError('data-mismatch', {
      where: 'predict inputs',
      expected: `a multiple of ${length} numbers, examples of shape [${inputShape.join()}]`,
      got: `${inputs.length}`,
      remedy: 'resize the examples to the shape of the model',
    });
  }
  return {
    n: inputs.length / length,
    upload: (start, end) =>
      tensor(
        inputs.subarray(start * length, end * length),
        [end - start, ...inputShape],
        'float32',
      ),
  };
}
