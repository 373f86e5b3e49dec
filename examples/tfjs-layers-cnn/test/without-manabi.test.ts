import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { syntheticDigits } from '@manabi/datasets';
import { setBackend } from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-wasm';
import { expect, it } from 'vitest';
import { createNetwork } from '../src/network.js';
import { firstExamples } from '../src/tensors.js';

it('stops, without the import, at the error that the README shows', async () => {
  await setBackend('wasm');
  const { train } = syntheticDigits({ trainSize: 8, testSize: 0 });
  const { images, labels } = firstExamples(train, 8);
  const error: unknown = await createNetwork(10, 1)
    .fit(images, labels, { epochs: 1 })
    .catch((reason: unknown) => reason);
  const { message } = error as Error;
  expect(message).toMatch(/^Kernel '.*' not registered for backend 'wasm'$/);
  const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8');
  expect(readme).toContain(`Error: ${message}`);
});
