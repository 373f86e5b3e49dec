import { selectBackend } from '@manabi/backends';
import { loadDatasets } from '@manabi/datasets/node';
import { initializeModel, mlp } from '@manabi/models';
import { dataDirectory, dataDirectoryHelp } from '@manabi/test-utils';
import { evaluate, fit } from '@manabi/trainer';
import { expect, it } from 'vitest';
import { outcome } from './collect.js';

const dataDir = dataDirectory();
if (dataDir === undefined) console.warn(`Training on Fashion-MNIST skipped: ${dataDirectoryHelp}`);

it.skipIf(dataDir === undefined)(
  'one epoch of the 784-128-10 network on Fashion-MNIST ends in the band of PyTorch',
  async () => {
    await selectBackend({ backend: 'wasm' });
    const { train, test } = await loadDatasets('fashion-mnist', { dataDir });
    const model = initializeModel(mlp({ inputShape: [28, 28, 1], classes: 10 }), { seed: 1 });
    const end = await outcome(fit(model, { train, test }, { epochs: 1, seed: 1 }));
    // Five seeds of PyTorch, Adam 1e-3, batch 32, glorot uniform, gave .827 to .853.
    expect(end.testAccuracy).toBeGreaterThanOrEqual(0.827);
    expect(end.testAccuracy).toBeLessThanOrEqual(0.853);

    const evaluation = await evaluate(end.model, test);
    expect(evaluation.accuracy).toBe(end.testAccuracy);
    // The run sums float32 on the device, evaluate float64 off it.
    expect(evaluation.loss).toBeCloseTo(end.testLoss!, 5);
    expect(evaluation.classes.every(({ support }) => support === 1000)).toBe(true);
  },
  120_000,
);
