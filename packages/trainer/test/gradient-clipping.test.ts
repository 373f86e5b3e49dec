import { fit, type GradientClipping, type TrainingSettings } from '@manabi/trainer';
import { memory } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { useBackend } from './backends-under-test.js';
import { clusters, clustersModel } from './clusters.js';
import { outcome } from './collect.js';

const data = { train: clusters(24) };

/** Every weight's change in a run. */
async function changes(settings: TrainingSettings, threads?: number): Promise<number[]> {
  const model = clustersModel();
  const hooks = threads === undefined ? {} : { threads };
  const end = await outcome(fit(model, data, settings, hooks));
  return Object.entries(end.model.weights).flatMap(([name, values]) =>
    Array.from(values, (value, i) => value - model.weights[name]![i]!),
  );
}

const norm = (values: readonly number[]) => Math.hypot(...values);

/** One step of plain descent: the change is the gradient times the rate. */
const oneStep = {
  ...{ epochs: 1, batchSize: 24, validationSplit: 0 },
  optimizer: { type: 'sgd', learningRate: 1 },
} as const;

describe.each([
  { backend: 'cpu', engine: 'plan' },
  { backend: 'wasm', engine: 'plan' },
  { backend: 'cpu', engine: 'autodiff' },
  { backend: 'wasm', engine: 'autodiff' },
] as const)('gradient clipping by $engine on $backend', ({ backend, engine }) => {
  beforeAll(() => useBackend(backend));
  const clipped = (gradientClipping: GradientClipping | null) =>
    changes({ ...oneStep, engine, gradientClipping });

  it('shortens all gradients together and keeps their direction', async () => {
    const whole = await clipped(null);
    const limit = norm(whole) / 4;
    const short = await clipped({ type: 'norm', limit });
    // float32 weights near 1 keep seven digits; a change is their difference.
    expect(norm(short)).toBeCloseTo(limit, 6);
    short.forEach((change, i) => {
      expect(change).toBeCloseTo(whole[i]! / 4, 6);
    });
  });

  it('leaves gradients below the limit as they are', async () => {
    const whole = await clipped(null);
    expect(await clipped({ type: 'norm', limit: norm(whole) * 2 })).toEqual(whole);
    expect(await clipped({ type: 'value', limit: 100 })).toEqual(whole);
  });

  it('moves single numbers into the limits', async () => {
    const whole = await clipped(null);
    const limit = Math.max(...whole.map(Math.abs)) / 3;
    const cut = await clipped({ type: 'value', limit });
    cut.forEach((change, i) => {
      expect(change).toBeCloseTo(Math.max(-limit, Math.min(whole[i]!, limit)), 6);
    });
  });

  it('trains on without leaving tensors behind', async () => {
    const before = memory().numTensors;
    await clipped({ type: 'norm', limit: 0.1 });
    expect(memory().numTensors).toBe(before);
  });
});

it('gives the same bits with any number of threads', async () => {
  await useBackend('wasm');
  const settings: TrainingSettings = {
    ...{ epochs: 3, batchSize: 5, engine: 'plan' },
    gradientClipping: { type: 'norm', limit: 0.2 },
  };
  const one = await changes(settings, 1);
  expect(await changes(settings, 2)).toEqual(one);
  expect(await changes(settings, 3)).toEqual(one);
});

it('refuses what is no clipping', () => {
  for (const clipping of [
    { type: 'norm', limit: 0 },
    { type: 'size', limit: 1 },
  ]) {
    const gradientClipping = clipping as GradientClipping;
    expect(() => fit(clustersModel(), data, { gradientClipping })).toThrow('gradientClipping');
  }
});
