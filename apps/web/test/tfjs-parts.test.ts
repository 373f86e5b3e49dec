import { selectBackend } from '@manabi/backends';
import { syntheticDigits } from '@manabi/datasets';
import { initializeModel, type ModelSpec } from '@manabi/models';
import { fit, type TrainingSettings } from '@manabi/trainer';
import { engine } from '@tensorflow/tfjs-core';
import { expect, it, vi } from 'vitest';
import { isLeftOut } from '../build/tfjs-parts.ts';

/** Every kind of layer, activation and padding. */
const spec: ModelSpec = {
  inputShape: [28, 28, 1],
  layers: [
    { type: 'conv2d', filters: 2, kernelSize: 3, strides: 2, padding: 'same', activation: 'relu' },
    { type: 'maxPooling2d', poolSize: 2, strides: 1, padding: 'same' },
    { type: 'conv2d', filters: 2, kernelSize: 3, activation: 'tanh' },
    { type: 'averagePooling2d', poolSize: 2 },
    { type: 'dropout', rate: 0.5 },
    { type: 'flatten' },
    { type: 'dense', units: 6, activation: 'sigmoid' },
    { type: 'dense', units: 6, activation: 'linear' },
    { type: 'dense', units: 10 },
    { type: 'activation', activation: 'softmax' },
  ],
};

const settings: readonly TrainingSettings[] = [
  { optimizer: { type: 'sgd' }, gradientClipping: { type: 'norm', limit: 1 } },
  { optimizer: { type: 'momentum' }, gradientClipping: { type: 'value', limit: 1 } },
  { optimizer: { type: 'rmsprop' } },
  { optimizer: { type: 'adam' }, watch: true },
];

it('tfjs keeps every kernel in the built site that models run, forward and backward', async () => {
  const ran = vi.spyOn(engine(), 'runKernel');
  await selectBackend({ backend: 'wasm' });
  const data = syntheticDigits({ trainSize: 20, testSize: 10, seed: 1 });
  for (const some of settings) {
    const run = { ...some, epochs: 1, batchSize: 10, engine: 'autodiff' } as const;
    for await (const event of fit(initializeModel(spec, { seed: 1 }), data, run)) {
      if (event.type === 'runEnd') expect(event.testLoss).not.toBeNaN();
    }
  }
  const kernels = new Set(ran.mock.calls.map(([name]) => name));
  expect([...kernels]).toEqual(expect.arrayContaining(['Conv2DBackpropFilter', 'MaxPoolGrad']));
  expect([...kernels].filter(isLeftOut)).toEqual([]);
  expect(['Conv3D', 'Acosh', 'SparseReshape'].filter(isLeftOut)).toHaveLength(3);
});
