/** @file The run of the front page. The page describes it, the worker carries it out. */
export const trainSize = 10_000;
export const testSize = 2_000;
export const shownAnswers = 10;
export const hidden = 128;

/** As many as `mlp` of @manabi/models has; counted in the test, so that the page needs no models. */
export const parameterCount = 784 * hidden + hidden + hidden * 10 + 10;

export const epochs = 8;
export const settings = {
  epochs,
  batchSize: 32,
  optimizer: { type: 'adam' },
  validationSplit: 0.1,
  seed: 1,
  logEvery: 4,
} as const;
