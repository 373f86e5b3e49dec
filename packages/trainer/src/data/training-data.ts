import type { Dataset } from '@manabi/datasets';

/** What a run learns from and is judged on; what the loaders of published sets return fits. */
export interface TrainingData {
  readonly train: Dataset;
  /** Judged after every epoch. Leave it out to hold out `validationSplit` of the training data. */
  readonly validation?: Dataset;
  /** Judged once, at the end. */
  readonly test?: Dataset;
}

/** Some examples of a data set. */
export interface Examples {
  readonly dataset: Dataset;
  /** Each in [0, number of examples). */
  readonly indices: Uint32Array;
}

/** Every example of a data set, in its order. */
export function allExamples(dataset: Dataset): Examples {
  return { dataset, indices: Uint32Array.from(dataset.labels, (_, index) => index) };
}
