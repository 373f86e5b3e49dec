import '@tensorflow/tfjs-backend-cpu';
import { iris } from '@manabi/datasets';
import { initializeModel, ModelArgumentError, resolveModel } from '@manabi/models';
import { memory, Relu, setBackend, unregisterGradient } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { optimizerNames, resolveOptimizer } from '../optimizers/resolve-optimizer.js';
import type { OptimizerSpec } from '../optimizers/optimizer-spec.js';
import { expectNoTensorsLeft } from '../../test/expect-no-tensors-left.js';
import { AutodiffEngine } from './autodiff-engine.js';

const { train, test } = iris();
const { spec, weights } = initializeModel(
  {
    inputShape: [4],
    layers: [
      { type: 'dense', units: 5, activation: 'relu' },
      { type: 'dropout', rate: 0.2 },
      { type: 'dense', units: 3, activation: 'softmax' },
    ],
  },
  { seed: 1 },
);

function createEngine(type: OptimizerSpec['type'] = 'adam'): AutodiffEngine {
  const optimizer = resolveOptimizer({ type });
  return AutodiffEngine.create({
    model: resolveModel(spec),
    weights,
    data: train,
    optimizer,
    seed: 1,
  });
}

const firstBatch = Uint32Array.of(0, 40, 80, 119);
const secondBatch = Uint32Array.of(5, 45, 85);

beforeAll(async () => {
  await setBackend('cpu');
});
expectNoTensorsLeft();

describe('AutodiffEngine', () => {
  it('holds no more tensors after many steps than after one', () => {
    const engine = createEngine();
    engine.trainBatch(firstBatch);
    const held = memory().numTensors;
    for (let step = 0; step < 10; step++) engine.trainBatch(secondBatch);
    engine.evaluateBatch(test, firstBatch.subarray(0, 1));
    expect(memory().numTensors).toBe(held);
    engine.dispose();
  });

  it('adds up what it saw since the totals were last read', async () => {
    const engine = createEngine();
    engine.evaluateBatch(train, firstBatch);
    const one = await engine.readTotals();
    engine.evaluateBatch(train, secondBatch);
    const two = await engine.readTotals();
    engine.evaluateBatch(train, firstBatch);
    engine.evaluateBatch(train, secondBatch);
    const both = await engine.readTotals();
    expect(both.samples).toBe(7);
    expect(both.correct).toBe(one.correct + two.correct);
    expect(both.loss).toBeCloseTo(one.loss + two.loss, 5);
    expect(await engine.readTotals()).toEqual({ samples: 0, loss: 0, correct: 0 });
    engine.dispose();
  });

  it.each(optimizerNames)('goes on bit for bit from weights and state of %s', async (type) => {
    const whole = createEngine(type);
    whole.trainBatch(firstBatch);
    const halfway = {
      weights: await whole.readWeights(),
      state: await whole.readOptimizerState(),
    };
    whole.trainBatch(secondBatch);

    const resumed = createEngine(type);
    resumed.writeWeights(halfway.weights);
    resumed.writeOptimizerState(halfway.state);
    resumed.trainBatch(secondBatch);

    expect(halfway.state.step).toBe(1);
    expect(await resumed.readWeights()).toEqual(await whole.readWeights());
    expect(await resumed.readOptimizerState()).toEqual(await whole.readOptimizerState());
    whole.dispose();
    resumed.dispose();
  });

  it('names what the optimiser remembers by slot and parameter', async () => {
    const engine = createEngine();
    const { slots } = await engine.readOptimizerState();
    expect(Object.entries(slots).map(([name, { length }]) => [name, length])).toEqual([
      ['m/dense1/kernel', 20],
      ['v/dense1/kernel', 20],
      ['m/dense1/bias', 5],
      ['v/dense1/bias', 5],
      ['m/dense2/kernel', 15],
      ['v/dense2/kernel', 15],
      ['m/dense2/bias', 3],
      ['v/dense2/bias', 3],
    ]);
    engine.dispose();
  });

  it('refuses the state of another optimiser and weights of another model, and stays as it was', async () => {
    const engine = createEngine('momentum');
    const before = await engine.readOptimizerState();
    const adam = createEngine('adam');
    const strange = await adam.readOptimizerState();
    expect(() => {
      engine.writeOptimizerState(strange);
    }).toThrow(
      'optimizer state "velocity/dense1/kernel": expected 20 numbers, got none; use the state of a run with the same model and optimizer',
    );
    expect(() => {
      engine.writeWeights({});
    }).toThrow(ModelArgumentError);
    expect(await engine.readOptimizerState()).toEqual(before);
    expect(await engine.readWeights()).toEqual(weights);
    engine.dispose();
    adam.dispose();
  });

  it('is as before the step when a step throws', async () => {
    const engine = createEngine();
    engine.trainBatch(firstBatch);
    const before = [await engine.readWeights(), await engine.readOptimizerState()];
    const held = memory().numTensors;
    unregisterGradient(Relu);
    expect(() => {
      engine.trainBatch(secondBatch);
    }).toThrow('gradient function not found for Relu');
    expect(memory().numTensors).toBe(held);
    expect([await engine.readWeights(), await engine.readOptimizerState()]).toEqual(before);
    engine.dispose();
    engine.dispose();
  });
});
