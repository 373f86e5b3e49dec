import type { Dataset } from '@manabi/datasets';
import { initializeModel, ModelArgumentError } from '@manabi/models';
import { fit, TrainerError, type TrainingData, type TrainingSettings } from '@manabi/trainer';
import { describe, expect, it } from 'vitest';
import { clusters, clustersModel } from './clusters.js';

const train = clusters(20);

/** The error that `fit` throws at once. */
function refusal(data: TrainingData, settings?: TrainingSettings): TrainerError {
  try {
    fit(clustersModel(), data, settings);
  } catch (error) {
    if (error instanceof TrainerError) return error;
  }
  throw new Error('fit refused nothing');
}

describe('fit refuses at once', () => {
  it.each<[TrainingSettings, string]>([
    [{ epochs: 0 }, 'fit epochs: expected a whole number of at least 1, got 0'],
    [{ epochs: 1.5 }, 'fit epochs: expected a whole number of at least 1, got 1.5'],
    [{ batchSize: -1 }, 'fit batchSize: expected a whole number of at least 1, got -1'],
    [{ logEvery: 0 }, 'fit logEvery: expected a whole number of at least 1, got 0'],
    [{ seed: -1 }, 'fit seed: expected a whole number in [0, 2^32), got -1'],
    [
      { validationSplit: 1 },
      'fit validationSplit: expected a number of at least 0 and below 1, got 1',
    ],
    [
      { validationSplit: 0.001 },
      'fit validationSplit: expected a share that leaves examples on both sides of 20, got 0.001',
    ],
    [
      { engine: 'eager' as 'plan' },
      'fit engine: expected one of auto, plan, autodiff, got "eager"; use auto',
    ],
    [
      { optimizer: { type: 'adam', learningRate: -1 } },
      'optimizer adam learningRate: expected a finite number above 0, got -1',
    ],
    [
      { learningRate: 0.1 } as TrainingSettings,
      'fit settings: expected only epochs, batchSize, optimizer, validationSplit, seed, shuffle, logEvery, engine, relaxedSimd, gradientClipping, watch, got learningRate',
    ],
    [
      { optimizer: 'adam' as never },
      'fit optimizer: expected an object such as {"type":"adam"}, got "adam"',
    ],
  ])('%o', (settings, message) => {
    const error = refusal({ train }, settings);
    expect(error.message).toContain(message);
    expect(error.code).toBe('invalid-setting');
  });

  it('a number of threads that cannot be meant', () => {
    expect(() => fit(clustersModel(), { train }, {}, { threads: 0 })).toThrow(
      'fit threads: expected a whole number of at least 1, got 0',
    );
  });

  it('a share to hold out beside validation data', () => {
    expect(refusal({ train, validation: train }, { validationSplit: 0.1 }).message).toBe(
      'fit validationSplit: expected no share to hold out, since data.validation is given, got 0.1; leave one of the two out',
    );
  });

  const empty: Dataset = { ...train, inputs: new Float32Array(0), labels: new Uint8Array(0) };
  const strangers: Dataset = { ...train, labels: train.labels.map(() => 3) };
  it.each<[string, TrainingData, string, string]>([
    [
      'no examples',
      { train: empty },
      'empty-data',
      'fit data.train "clusters": expected at least 1 example, got none',
    ],
    [
      'test data of another shape',
      { train, test: { ...train, inputShape: [1, 2] } },
      'data-mismatch',
      'fit data.test "clusters": expected examples of the model\'s shape [2], got [1,2]',
    ],
    [
      'validation data of other classes',
      { train, validation: { ...train, classNames: ['a', 'b'] } },
      'data-mismatch',
      'fit data.validation "clusters": expected 3 classes, as the model has outputs, got 2',
    ],
    [
      'labels that are no class',
      { train: strangers },
      'data-mismatch',
      'fit data.train "clusters": expected labels in [0, 3), got 3',
    ],
  ])('%s', (_, data, code, message) => {
    const error = refusal(data);
    expect(error.message).toContain(message);
    expect(error.code).toBe(code);
  });

  it('a single class, which leaves nothing to learn', () => {
    const spec = { inputShape: [2], layers: [{ type: 'dense', units: 1 }] } as const;
    const single = { ...train, labels: new Uint8Array(20), classNames: ['only'] };
    expect(() => fit(initializeModel(spec, { seed: 1 }), { train: single })).toThrow(
      'fit data.train "clusters": expected at least 2 classes to tell apart, got 1',
    );
  });

  it('weights of another model', () => {
    const model = { ...clustersModel(), weights: {} };
    expect(() => fit(model, { train })).toThrow(ModelArgumentError);
  });
});
