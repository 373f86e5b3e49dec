import '@tensorflow/tfjs-backend-cpu';
import { iris, type Dataset } from '@manabi/datasets';
import { initializeModel } from '@manabi/models';
import { fit, predict } from '@manabi/trainer';
import { setBackend } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { outcome } from './collect.js';

beforeAll(async () => {
  await setBackend('cpu');
});

describe('a small network', () => {
  it('learns XNOR, which no single layer can', async () => {
    const xnor: Dataset = {
      name: 'xnor',
      inputs: Float32Array.of(0, 0, 0, 1, 1, 0, 1, 1),
      inputShape: [2],
      labels: Uint8Array.of(1, 0, 0, 1),
      classNames: ['different', 'equal'],
      normalization: { kind: 'scale', factor: 1 },
    };
    const untrained = initializeModel(
      {
        inputShape: [2],
        layers: [
          { type: 'dense', units: 8, activation: 'tanh' },
          { type: 'dense', units: 2, activation: 'softmax' },
        ],
      },
      { seed: 1 },
    );
    const settings = {
      epochs: 200,
      batchSize: 4,
      optimizer: { type: 'adam', learningRate: 0.05 },
    } as const;
    const { model } = await outcome(fit(untrained, { train: xnor }, settings));
    expect([...(await predict(model, xnor)).labels]).toEqual([...xnor.labels]);
  });

  it.each([1, 2, 3])('tells at least 0.95 of unseen irises right, seed %i', async (seed) => {
    const untrained = initializeModel(
      {
        inputShape: [4],
        layers: [
          { type: 'dense', units: 8, activation: 'relu' },
          { type: 'dense', units: 3, activation: 'softmax' },
        ],
      },
      { seed },
    );
    const settings = {
      epochs: 60,
      batchSize: 16,
      optimizer: { type: 'adam', learningRate: 0.01 },
      seed,
    } as const;
    const { testAccuracy } = await outcome(fit(untrained, iris(), settings));
    expect(testAccuracy).toBeGreaterThanOrEqual(0.95);
  });
});
