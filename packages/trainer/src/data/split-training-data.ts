import { stratifiedSplit } from '@manabi/datasets';
import type { ResolvedModel } from '@manabi/models';
import type { ResolvedTrainingSettings } from '../settings/training-settings.js';
import { TrainerError } from '../trainer-error.js';
import { checkDataset } from './check-dataset.js';
import { allExamples, type Examples, type TrainingData } from './training-data.js';

/** The three parts of a run; null: the run has none. */
export interface SplitData {
  readonly train: Examples;
  readonly validation: Examples | null;
  readonly test: Examples | null;
}

/**
 * Checks the data against the model and holds out the validation share, without copying examples.
 *
 * @throws TrainerError `empty-data`, `data-mismatch` or `invalid-setting`.
 */
export function splitTrainingData(
  { train, validation, test }: TrainingData,
  model: ResolvedModel,
  { validationSplit, seed }: Pick<ResolvedTrainingSettings, 'validationSplit' | 'seed'>,
): SplitData {
  for (const [part, dataset] of Object.entries({ train, validation, test })) {
    if (dataset !== undefined) checkDataset(`fit data.${part} "${dataset.name}"`, dataset, model);
  }
  if (model.classes < 2) {
    throw new TrainerError('data-mismatch', {
      where: `fit data.train "${train.name}"`,
      expected: 'at least 2 classes to tell apart',
      got: `${model.classes}`,
      remedy: 'add examples of another class',
    });
  }
  const testExamples = test === undefined ? null : allExamples(test);
  if (validationSplit === 0) {
    return {
      train: allExamples(train),
      validation: validation === undefined ? null : allExamples(validation),
      test: testExamples,
    };
  }
  if (validation !== undefined) {
    throw new TrainerError('invalid-setting', {
      where: 'fit validationSplit',
      expected: 'no share to hold out, since data.validation is given',
      got: `${validationSplit}`,
      remedy: 'leave one of the two out',
    });
  }
  const parts = stratifiedSplit(train, { fraction: validationSplit, seed });
  if (parts.train.length === 0 || parts.heldOut.length === 0) {
    throw new TrainerError('invalid-setting', {
      where: 'fit validationSplit',
      expected: `a share that leaves examples on both sides of ${train.labels.length}`,
      got: `${validationSplit}`,
      remedy: 'use a share such as 0.2 or more data',
    });
  }
  return {
    train: { dataset: train, indices: parts.train },
    validation: { dataset: train, indices: parts.heldOut },
    test: testExamples,
  };
}
