import '@tensorflow/tfjs-backend-cpu';
import { iris, syntheticDigits, type Dataset } from '@manabi/datasets';
import {
  cnn,
  initializeModel,
  mlp,
  ModelArgumentError,
  resolveModel,
  type Model,
  type Weights,
} from '@manabi/models';
import { setBackend } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { AutodiffEngine } from '../../src/autodiff/autodiff-engine.js';
import { optimizerNames, resolveOptimizer } from '../../src/optimizers/resolve-optimizer.js';
import { PlanEngine } from '../../src/plan/plan-engine.js';
import type { OptimizerSpec } from '../../src/optimizers/optimizer-spec.js';

const digits = syntheticDigits({ trainSize: 400, testSize: 50, seed: 1 });
const flowers = iris();

/** The digits without four pixels on each side. */
const cropped: Dataset = {
  ...digits.train,
  inputShape: [20, 20, 1],
  inputs: (digits.train.inputs as Uint8Array).filter((_, i) => {
    const [row, column] = [Math.floor((i % 784) / 28), i % 28];
    return row >= 4 && row < 24 && column >= 4 && column < 24;
  }),
};

/**
 * Images without equal neighbours: where two numbers under a pooling window are the same but for
 * rounding, either engine may send the gradient to the other one.
 */
const noise: Dataset = {
  ...{ name: 'noise', inputShape: [12, 12, 1], classNames: digits.train.classNames },
  inputs: Uint8Array.from({ length: 400 * 144 }, (_, i) => 128 + 127 * Math.sin(i * i)),
  labels: Uint8Array.from({ length: 400 }, (_, i) => (i * 7) % 10),
  normalization: { kind: 'standardize', mean: [128], deviation: [90] },
};

const examples: Readonly<Record<string, { readonly model: Model; readonly data: Dataset }>> = {
  'an MLP with dropout on features': {
    model: initializeModel(
      {
        inputShape: [4],
        layers: [
          { type: 'dense', units: 9, activation: 'tanh' },
          { type: 'dropout', rate: 0.2 },
          { type: 'dense', units: 6, activation: 'sigmoid', useBias: false },
          { type: 'activation', activation: 'relu' },
          { type: 'dense', units: 3, activation: 'softmax' },
        ],
      },
      { seed: 1 },
    ),
    data: flowers.train,
  },
  'an MLP on bytes': {
    model: initializeModel(mlp({ inputShape: [28, 28, 1], hidden: [20], classes: 10 }), {
      seed: 2,
    }),
    data: digits.train,
  },
  'a CNN with dropout': {
    model: initializeModel(
      cnn({ inputShape: [12, 12, 1], filters: [4, 6], dense: 12, classes: 10 }),
      { seed: 3 },
    ),
    data: noise,
  },
  'a CNN whose second convolution goes by Winograd': {
    model: initializeModel(
      cnn({ inputShape: [12, 12, 1], filters: [8, 16], dense: 12, classes: 10 }),
      { seed: 6 },
    ),
    data: noise,
  },
  // Windows of zeros, as most of a digit has: a remainder in place of 0 would pass a ReLU.
  'a CNN by Winograd on digits': {
    model: initializeModel(
      {
        inputShape: [20, 20, 1],
        layers: [
          { type: 'conv2d', filters: 8, kernelSize: 3, activation: 'relu' },
          { type: 'conv2d', filters: 8, kernelSize: 3, activation: 'relu' },
          { type: 'averagePooling2d', poolSize: 4 },
          { type: 'flatten' },
          { type: 'dense', units: 10, activation: 'softmax' },
        ],
      },
      { seed: 7 },
    ),
    data: cropped,
  },
  'a CNN with strides, same padding and average pooling': {
    model: initializeModel(
      {
        inputShape: [12, 12, 1],
        layers: [
          { type: 'conv2d', filters: 5, kernelSize: 3, strides: 2, padding: 'same' },
          { type: 'averagePooling2d', poolSize: 2, padding: 'same' },
          { type: 'conv2d', filters: 4, kernelSize: 3, activation: 'tanh' },
          { type: 'maxPooling2d', poolSize: 3, strides: 1, padding: 'same' },
          { type: 'flatten' },
          { type: 'dense', units: 10, activation: 'softmax' },
        ],
      },
      { seed: 4 },
    ),
    data: noise,
  },
};

const batchSize = 16;

/** The batches of ten steps; the last one is short. */
function batchesOf(data: Dataset): Uint32Array[] {
  return Array.from({ length: 10 }, (_, step) =>
    Uint32Array.from({ length: step === 9 ? 7 : batchSize }, (__, i) => {
      return (step * 31 + i * 17) % data.labels.length;
    }),
  );
}

function options(name: string, type: OptimizerSpec['type'] = 'adam') {
  const { model, data } = examples[name]!;
  const optimizer = resolveOptimizer({ type });
  return {
    ...{ model: resolveModel(model.spec), weights: model.weights, data, optimizer, seed: 5 },
    ...{ batchSize, threads: 1, relaxedSimd: false },
  };
}

/** Largest difference relative to the largest number of its array. */
function largestDifference(actual: Weights, expected: Weights): number {
  return Math.max(
    ...Object.entries(expected).map(([name, values]) => {
      const size = Math.max(...values.map(Math.abs));
      return Math.max(...values.map((value, i) => Math.abs(actual[name]![i]! - value))) / size;
    }),
  );
}

beforeAll(async () => {
  await setBackend('cpu');
});

/** What automatic differentiation makes of ten steps. */
async function autodiffRun(name: string, type: OptimizerSpec['type']) {
  const { data, ...rest } = options(name, type);
  using engine = AutodiffEngine.create({ data, ...rest });
  for (const batch of batchesOf(data)) engine.trainBatch(batch);
  return { weights: await engine.readWeights(), totals: await engine.readTotals() };
}

const autodiffRuns = new Map<string, ReturnType<typeof autodiffRun>>();

/** The same for every executor, and by far the slowest part: computed once. */
function autodiffOnce(name: string, type: OptimizerSpec['type']) {
  const key = `${name}, ${type}`;
  const known = autodiffRuns.get(key) ?? autodiffRun(name, type);
  autodiffRuns.set(key, known);
  return known;
}

describe.each(['cpu', 'wasm'])('the plan on %s', (backend) => {
  const createPlan = (name: string, type?: OptimizerSpec['type'], threads = 1) =>
    PlanEngine.create({ ...options(name, type), backend, threads });

  it.each(
    Object.keys(examples).flatMap((name) =>
      (['adam', 'momentum'] as const).map((type) => [name, type] as const),
    ),
  )('trains %s with %s as autodiff does, ten steps to 1e-4', async (name, type) => {
    const { data } = options(name);
    using plan = await createPlan(name, type);
    for (const batch of batchesOf(data)) plan.trainBatch(batch);
    const { weights, totals: expected } = await autodiffOnce(name, type);
    expect(largestDifference(await plan.readWeights(), weights)).toBeLessThan(1e-4);
    const totals = await plan.readTotals();
    expect(totals.samples).toBe(expected.samples);
    expect(totals.correct).toBe(expected.correct);
    expect(totals.loss / expected.loss).toBeCloseTo(1, 4);
  });

  it('judges any number of examples of any data set as autodiff does', async () => {
    using plan = await createPlan('an MLP on bytes');
    using autodiff = AutodiffEngine.create(options('an MLP on bytes'));
    const all = Uint32Array.from({ length: 50 }, (_, i) => i);
    for (const engine of [plan, autodiff]) engine.evaluateBatch(digits.test, all);
    const [totals, expected] = [await plan.readTotals(), await autodiff.readTotals()];
    expect(totals).toMatchObject({ samples: 50, correct: expected.correct });
    expect(totals.loss / expected.loss).toBeCloseTo(1, 5);
    expect(await plan.readTotals()).toEqual({ samples: 0, loss: 0, correct: 0 });
    expect(await plan.readWeights()).toEqual(examples['an MLP on bytes']!.model.weights);
  });

  it.each(optimizerNames)('goes on bit for bit from weights and state of %s', async (type) => {
    const name = 'an MLP with dropout on features';
    const [first, second] = batchesOf(flowers.train) as [Uint32Array, Uint32Array];
    using whole = await createPlan(name, type);
    whole.trainBatch(first);
    const weights = await whole.readWeights();
    const state = await whole.readOptimizerState();
    whole.trainBatch(second);

    using resumed = await createPlan(name, type);
    resumed.writeWeights(weights);
    resumed.writeOptimizerState(state);
    resumed.trainBatch(second);
    expect(await resumed.readWeights()).toEqual(await whole.readWeights());
    expect(await resumed.readOptimizerState()).toEqual(await whole.readOptimizerState());
  });

  it('refuses the state of another optimiser and weights of another model', async () => {
    using engine = await createPlan('an MLP on bytes', 'momentum');
    using other = await createPlan('an MLP on bytes', 'adam');
    const state = await other.readOptimizerState();
    expect(() => {
      engine.writeOptimizerState(state);
    }).toThrow(expect.objectContaining({ code: 'state-mismatch' }));
    expect(() => {
      engine.writeWeights({});
    }).toThrow(ModelArgumentError);
  });
});

describe('threads', () => {
  it.each(Object.keys(examples))(
    'of any number give %s the same bits after three epochs, and again from run to run',
    async (name) => {
      const { data } = options(name);
      const run = async (threads: number) => {
        using engine = await PlanEngine.create({ ...options(name), backend: 'wasm', threads });
        expect(engine.threads).toBe(threads);
        for (let epoch = 0; epoch < 3; epoch++) {
          for (const batch of batchesOf(data)) engine.trainBatch(batch);
        }
        return {
          weights: await engine.readWeights(),
          totals: await engine.readTotals(),
        };
      };
      const single = await run(1);
      expect(await run(1)).toEqual(single);
      expect(await run(2)).toEqual(single);
      expect(await run(4)).toEqual(single);
      expect(await run(8)).toEqual(single);
    },
  );
});
