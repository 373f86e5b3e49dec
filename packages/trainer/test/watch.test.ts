import { fit, type LayerWatch, type TrainingSettings } from '@manabi/trainer';
import type { Model, ModelSpec } from '@manabi/models';
import { memory } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { useBackend } from './backends-under-test.js';
import { clusters, clustersModel } from './clusters.js';
import { collect, ofType } from './collect.js';

/** Two inputs, two ReLUs, two classes; its numbers can be followed by hand. */
const spec: ModelSpec = {
  inputShape: [2],
  layers: [
    { type: 'dense', units: 2, activation: 'relu' },
    { type: 'dense', units: 2, activation: 'softmax' },
  ],
};
const model: Model = {
  spec,
  weights: {
    // The first unit passes the first input on, the second is never above 0.
    'dense1/kernel': Float32Array.from([1, 0, 0, 0]),
    'dense1/bias': Float32Array.from([0, -1]),
    'dense2/kernel': Float32Array.from([0, 0, 0, 0]),
    'dense2/bias': Float32Array.from([0, 0]),
  },
};
const train = {
  ...{ name: 'two', inputs: Float32Array.from([1, 0, 3, 0]), inputShape: [2] },
  ...{ labels: Uint8Array.from([0, 1]), classNames: ['a', 'b'] },
  normalization: { kind: 'scale', factor: 1 } as const,
};

describe.each([
  { backend: 'cpu', engine: 'plan' },
  { backend: 'wasm', engine: 'plan' },
  { backend: 'wasm', engine: 'autodiff' },
] as const)('watch by $engine on $backend', ({ backend, engine }) => {
  beforeAll(() => useBackend(backend));

  it('tells mean, deviation, dead ReLUs and gradient norms', async () => {
    // A step too small to change a float32 weight of 1.
    const optimizer = { type: 'sgd', learningRate: 1e-30 } as const;
    const settings: TrainingSettings = { epochs: 1, batchSize: 2, optimizer, engine, watch: true };
    const events = await collect(fit(model, { train }, settings));
    const [dense1, dense2] = ofType(events, 'epochEnd')[0]!.watch as [LayerWatch, LayerWatch];
    // Outputs 1, 0, 3, 0: mean 1, squares of deviations 0, 1, 4, 1.
    expect(dense1).toMatchObject({ layer: 'dense1', mean: 1, deadShare: 0.5 });
    expect(dense1.deviation).toBeCloseTo(Math.sqrt(1.5), 6);
    // Logits are 0, so probabilities 1/2; dense2's kernel is 0, so nothing flows further back.
    expect(dense1.gradientNorm).toBeCloseTo(0, 12);
    expect(dense2).toMatchObject({ layer: 'dense2', deadShare: null });
    expect(dense2.mean).toBeCloseTo(0, 6);
    // dz = (-.5, .5) / 2 and (.5, -.5) / 2; dkernel = 1 dz1 + 3 dz2 = (.5, -.5) for the first unit,
    // dbias = 0: the norm is sqrt(.5).
    expect(dense2.gradientNorm).toBeCloseTo(Math.SQRT1_2, 6);
  });

  it('changes no number of the run, says nothing unasked, and leaves no tensor', async () => {
    const data = { train: clusters(30) };
    const run = async (watch: boolean) => {
      const settings = { epochs: 2, batchSize: 8, engine, watch };
      return collect(fit(clustersModel(), data, settings, { clock: () => 0 }));
    };
    const before = memory().numTensors;
    const [plain, watched] = [await run(false), await run(true)];
    expect(memory().numTensors).toBe(before);
    expect(ofType(plain, 'epochEnd')[0]).not.toHaveProperty('watch');
    expect(ofType(watched, 'epochEnd')[0]!.watch).toHaveLength(3);
    expect(ofType(watched, 'runEnd')).toEqual(ofType(plain, 'runEnd'));
  });

  it('names the step and the layer that went bad first', async () => {
    const reason = async (settings: TrainingSettings, from: Model = model, data = train) => {
      const events = await collect(fit(from, { train: data }, { engine, ...settings }));
      const end = ofType(events, 'runEnd')[0]!;
      expect(end.outcome).toBe('diverged');
      return end.reason;
    };
    const large = (name: string, values: number[]): Model => ({
      spec,
      weights: { ...model.weights, [name]: Float32Array.from(values) },
    });
    // 1e38 x 3 fits float32, times 10 does not: the second layer overflows at the first step.
    const second = large('dense2/kernel', [3e38, 0, 0, 0]);
    expect(await reason({ epochs: 1, batchSize: 2 }, second)).toMatch(
      /^epoch 1, step 1: the activations of layer "dense2" went bad/,
    );
    const first = large('dense1/kernel', [3e38, 0, 0, 0]);
    expect(await reason({ epochs: 1, batchSize: 2 }, first)).toMatch(
      /^epoch 1, step 1: the activations of layer "dense1" went bad/,
    );
    // Gradients of .5 at a rate of 1e39: the first update is beyond float32, whatever follows.
    const steep = { type: 'sgd', learningRate: 1e39 } as const;
    const settings = { epochs: 3, logEvery: 5, optimizer: steep };
    expect(await reason({ ...settings, batchSize: 1 })).toMatch(
      /^epoch 1, step 1: the weight "dense[12]\/(kernel|bias)" after its update went bad/,
    );
    // The only step of the first epoch is the one whose update is too large.
    expect(await reason({ ...settings, batchSize: 2 })).toMatch(
      /^epoch 2, step 1: the weight "dense[12]\/(kernel|bias)", left by the step before, went bad/,
    );
  });
});
