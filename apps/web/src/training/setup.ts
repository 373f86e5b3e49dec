/** @file The one run that the page offers. The page describes it, the worker carries it out. */
import { mlp, resolveModel } from '@manabi/models';
import type { TrainingSettings } from '@manabi/trainer';

export const trainSize = 10_000;
export const testSize = 2_000;
export const shownAnswers = 6;

export const hidden = 128;
export const spec = mlp({ inputShape: [28, 28, 1], classes: 10, hidden: [hidden] });
export const { parameterCount } = resolveModel(spec);

export const settings: TrainingSettings & { readonly epochs: number } = {
  epochs: 5,
  batchSize: 32,
  optimizer: { type: 'adam' },
  validationSplit: 0.1,
  seed: 1,
  logEvery: 8,
};
