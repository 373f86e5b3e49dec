import { selectBackend } from '@manabi/backends';
import { syntheticDigits } from '@manabi/datasets';
import { cnn, initializeModel } from '@manabi/models';
import { fit } from '@manabi/trainer';
import { memory } from '@tensorflow/tfjs-core';
import wasmPath from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import { expect, it } from 'vitest';
import { collect, ofType } from './collect.js';

it('a convolutional network learns synthetic digits on wasm in the browser', async () => {
  await selectBackend({ backend: 'wasm', wasmPath });
  const before = memory().numTensors;
  const data = syntheticDigits({ trainSize: 400, testSize: 100, seed: 1 });
  const spec = cnn({ inputShape: [28, 28, 1], classes: 10, filters: [4, 8], dense: 32 });
  const model = initializeModel(spec, { seed: 1 });
  const optimizer = { type: 'adam', learningRate: 0.005 } as const;
  const settings = { epochs: 3, batchSize: 20, seed: 1, optimizer };
  const events = await collect(fit(model, data, settings));
  expect(events[0]).toMatchObject({ backend: 'wasm', stepsPerEpoch: 20 });
  const losses = ofType(events, 'epochEnd').map((event) => event.loss);
  // Ten classes start at about ln 10 = 2.3.
  expect(losses.at(-1)).toBeLessThan(0.7 * losses[0]!);
  expect(memory().numTensors).toBe(before);
});
