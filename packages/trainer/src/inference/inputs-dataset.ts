import { exampleLength, type Dataset } from '@manabi/datasets';
import type { ResolvedModel } from '@manabi/models';
import { TrainerError } from '../trainer-error.js';

/**
 * Inputs that are already as the network reads them, as a data set without labels.
 *
 * @param inputs - [n, ...inputShape] row-major, normalised as in training.
 * @throws TrainerError `data-mismatch` when they are not a whole number of examples, `empty-data`.
 */
export function inputsDataset(inputs: Float32Array, { inputShape }: ResolvedModel): Dataset {
  const length = exampleLength({ inputShape });
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
    ...{ name: 'inputs', inputs, inputShape, classNames: [] },
    labels: new Uint8Array(inputs.length / length),
    normalization: { kind: 'scale', factor: 1 },
  };
}
