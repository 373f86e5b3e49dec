import type { Dataset } from '@manabi/datasets';
import {
  createWeightTensors,
  forward,
  resolveModel,
  type ModelSpec,
  type Weights,
} from '@manabi/models';
import { readGolden, type GoldenTensor } from '@manabi/test-utils';
import { dispose, tensor, tensor1d, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, expect, it, vi } from 'vitest';
import type { OptimizerSpec } from '../optimizers/optimizer-spec.js';
import { resolveOptimizer } from '../optimizers/resolve-optimizer.js';
import { describeOnEveryBackend, useBackend } from '../../test/backends-under-test.js';
import { expectNoTensorsLeft } from '../../test/expect-no-tensors-left.js';
import { AutodiffEngine } from './autodiff-engine.js';
import { lossAndGradients } from './loss-and-gradients.js';
import { readTensors } from './read-tensors.js';
import { registerGradients } from './register-gradients.js';

const specs: Readonly<Record<string, ModelSpec>> = {
  'mlp 12-7-10 relu': {
    inputShape: [12],
    layers: [
      { type: 'dense', units: 7, activation: 'relu' },
      { type: 'dense', units: 10, activation: 'softmax' },
    ],
  },
  'cnn 10x10x1: conv4 conv5 pool2 dense6 dense10': {
    inputShape: [10, 10, 1],
    layers: [
      { type: 'conv2d', filters: 4, kernelSize: 3, activation: 'relu' },
      { type: 'conv2d', filters: 5, kernelSize: 3, activation: 'relu' },
      { type: 'maxPooling2d' },
      { type: 'flatten' },
      { type: 'dense', units: 6, activation: 'relu' },
      { type: 'dense', units: 10, activation: 'softmax' },
    ],
  },
};

const optimizers: Readonly<Record<string, OptimizerSpec>> = {
  'adam lr=0.001 beta1=0.9 beta2=0.999 epsilon=1e-7': { type: 'adam' },
  'sgd lr=0.1': { type: 'sgd', learningRate: 0.1 },
  'momentum lr=0.1 momentum=0.9': { type: 'momentum', learningRate: 0.1 },
};

/**
 * float32 keeps 2^-24 = 6e-8 of a number; sums of up to 200 products and four steps lose a digit or
 * two of that. Adam divides a gradient by its own size, so it also magnifies the errors of small
 * ones: its bound is a hundredth of its step of 1e-3.
 */
const tolerance = 1e-5;

function expectClose(actual: Weights, expected: Readonly<Record<string, GoldenTensor>>): void {
  expect(Object.keys(actual)).toEqual(Object.keys(expected));
  for (const [name, { data }] of Object.entries(expected)) {
    const values = actual[name]!;
    expect(values).toHaveLength(data.length);
    const furthest = Math.max(...data.map((value, i) => Math.abs(values[i]! - value)));
    expect(furthest, name).toBeLessThan(tolerance);
  }
}

const cases = readGolden('training');

// A software WebGPU adapter shares its processors with everything else that runs.
vi.setConfig({ testTimeout: 180_000 });

for (const golden of cases) {
  describeOnEveryBackend(`${golden.name}, ${golden.optimizer},`, (backend) => {
    const spec = specs[golden.name]!;
    const model = resolveModel(spec);
    const weights = Object.fromEntries(
      Object.entries(golden.init).map(([name, { data }]) => [name, Float32Array.from(data)]),
    );
    const data: Dataset = {
      name: golden.name,
      inputs: Float32Array.from(golden.x.data),
      inputShape: spec.inputShape,
      labels: Uint8Array.from(golden.labels),
      classNames: Array.from({ length: 10 }, (_, i) => `${i}`),
      normalization: { kind: 'scale', factor: 1 },
    };
    const everything = Uint32Array.from(golden.labels, (_, i) => i);

    beforeAll(() => useBackend(backend));
    expectNoTensorsLeft();

    it('has the losses and the final weights of PyTorch', async () => {
      const optimizer = resolveOptimizer(optimizers[golden.optimizer]!);
      const engine = AutodiffEngine.create({ model, weights, data, optimizer, seed: 1 });
      try {
        expect(engine.backend).toBe(backend);
        for (const expected of golden.losses) {
          engine.trainBatch(everything);
          const { samples, loss } = await engine.readTotals();
          expect(samples).toBe(8);
          expect(Math.abs(loss / samples - expected)).toBeLessThan(tolerance);
        }
        expectClose(await engine.readWeights(), golden.final);
        engine.evaluateBatch(data, everything);
        const { loss, samples } = await engine.readTotals();
        expect(Math.abs(loss / samples - golden.finalLoss)).toBeLessThan(tolerance);
      } finally {
        engine.dispose();
      }
    });

    it('has the first gradients of PyTorch', async () => {
      registerGradients();
      const tensors = createWeightTensors(model, weights);
      const gradients = tidy(() => {
        const inputs = tensor(data.inputs, golden.x.shape, 'float32');
        const labels = tensor1d([...golden.labels], 'int32');
        return lossAndGradients(tensors, (w) => forward(model, w, inputs), labels).gradients;
      });
      try {
        expectClose(await readTensors(gradients), golden.firstGradients);
      } finally {
        dispose([tensors, gradients]);
      }
    });
  });
}
