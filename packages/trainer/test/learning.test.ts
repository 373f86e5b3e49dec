import '@tensorflow/tfjs-backend-cpu';
import { iris, type Dataset } from '@manabi/datasets';
import { initializeModel, mlp } from '@manabi/models';
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
    const spec = mlp({ inputShape: [2], classes: 2, hidden: [8], activation: 'tanh' });
    const untrained = initializeModel(spec, { seed: 1 });
    const settings = {
      epochs: 200,
      batchSize: 4,
      optimizer: { type: 'adam', learningRate: 0.05 },
    } as const;
    const { model } = await outcome(fit(untrained, { train: xnor }, settings));
    expect([...(await predict(model, xnor)).labels]).toEqual([...xnor.labels]);
  });

  it.each([1, 2, 3])('tells at least 0.95 of unseen irises right, seed %i', async (seed) => {
    const model = initializeModel(mlp({ inputShape: [4], classes: 3, hidden: [8] }), { seed });
    const settings = {
      epochs: 40,
      batchSize: 8,
      optimizer: { type: 'adam', learningRate: 0.01 },
      seed,
    } as const;
    const { testAccuracy } = await outcome(fit(model, iris(), settings));
    expect(testAccuracy).toBeGreaterThanOrEqual(0.95);
  });
});
