/** @file `evaluate` and `predict` by the plan and by automatic differentiation. */
import { CpuPlanExecutor, WasmPlanExecutor } from '@manabi/backends/plan';
import { selectExamples, syntheticDigits, type Dataset } from '@manabi/datasets';
import { initializeModel, mlp, type Model, type ModelSpec } from '@manabi/models';
import { evaluate, predict, type InferenceOptions } from '@manabi/trainer';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { describeOnEveryBackend, useBackend } from './backends-under-test.js';
import { clusters, clustersModel } from './clusters.js';
import { expectNoTensorsLeft } from './expect-no-tensors-left.js';

/** Every kind of layer, a channel count that is no multiple of 4, and 11 examples: 7 and a rest. */
const everyLayer: ModelSpec = {
  inputShape: [28, 28, 1],
  layers: [
    { type: 'conv2d', filters: 6, kernelSize: 3, padding: 'same', activation: 'relu' },
    { type: 'maxPooling2d', poolSize: 2 },
    { type: 'conv2d', filters: 5, kernelSize: 3, strides: 2, activation: 'tanh' },
    { type: 'averagePooling2d', poolSize: 2 },
    { type: 'dropout', rate: 0.5 },
    { type: 'flatten' },
    { type: 'dense', units: 9 },
    { type: 'activation', activation: 'sigmoid' },
    { type: 'dense', units: 10, activation: 'softmax' },
  ],
};

const digits: Dataset = syntheticDigits({ trainSize: 0, testSize: 11, seed: 3 }).test;
const cases: [name: string, model: Model, data: Dataset][] = [
  ['mlp', initializeModel(mlp({ inputShape: [28, 28, 1], classes: 10 }), { seed: 4 }), digits],
  ['every layer', initializeModel(everyLayer, { seed: 5 }), digits],
  ['features', clustersModel(), clusters(50)],
];

function expectClose(actual: ArrayLike<number>, expected: ArrayLike<number>): void {
  expect(actual.length).toBe(expected.length);
  for (let i = 0; i < actual.length; i++) {
    expect(Math.abs(actual[i]! - expected[i]!)).toBeLessThan(1e-5);
  }
}

describeOnEveryBackend('inference', (backend) => {
  const executes = backend !== 'webgpu';
  beforeAll(() => useBackend(backend));
  expectNoTensorsLeft();

  it('says what computes, and why it is not the plan', async () => {
    const [, model, data] = cases[2]!;
    const { engine, engineReason, backend: place } = await predict(model, data);
    expect({ engine, engineReason, place }).toEqual({
      place: backend,
      engine: executes ? 'plan' : 'autodiff',
      engineReason: executes ? null : 'plans are not executed on webgpu',
    });
    const asked = await evaluate(model, data, { engine: 'autodiff' });
    expect(asked).toMatchObject({ engine: 'autodiff', engineReason: null, threads: 1 });
  });

  it.skipIf(executes)('refuses the plan where no executor is', async () => {
    const [, model, data] = cases[2]!;
    await expect(evaluate(model, data, { engine: 'plan' })).rejects.toThrow(
      'evaluate engine: expected a tfjs backend on which plans are executed: wasm or cpu, got webgpu',
    );
  });

  it.skipIf(!executes).each(cases)(
    'gives the same by the plan and by autodiff, %s',
    async (_, model, data) => {
      const by = (options: InferenceOptions) => predict(model, data, { batchSize: 7, ...options });
      const [plan, autodiff] = [await by({ engine: 'plan' }), await by({ engine: 'autodiff' })];
      expectClose(plan.probabilities, autodiff.probabilities);
      const judged = await evaluate(model, data, { engine: 'plan', batchSize: 7 });
      const oracle = await evaluate(model, data, { engine: 'autodiff', batchSize: 7 });
      expectClose([judged.loss], [oracle.loss]);
      expect(judged.confusionMatrix).toEqual(oracle.confusionMatrix);
    },
  );

  it.skipIf(!executes).each(cases)(
    'gives the same bits by the plan with any batch size and threads, %s',
    async (_, model, data) => {
      const whole = await predict(model, data, { engine: 'plan', threads: 1 });
      for (const options of [{ threads: 2 }, { threads: 4, batchSize: 7 }, { batchSize: 1 }]) {
        const { probabilities } = await predict(model, data, { engine: 'plan', ...options });
        expect(probabilities).toEqual(whole.probabilities);
      }
    },
  );
});

describe('the executor of an evaluation', () => {
  const executors = { wasm: WasmPlanExecutor, cpu: CpuPlanExecutor } as const;
  const [, model, data] = cases[2]!;
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it.each(['wasm', 'cpu'] as const)('is disposed of at the end, on %s', async (backend) => {
    await useBackend(backend);
    const dispose = vi.spyOn(executors[backend].prototype, 'dispose');
    await evaluate(model, data, { threads: 2 });
    expect(dispose).toHaveBeenCalledOnce();
  });

  it.each(['wasm', 'cpu'] as const)('is disposed of after an abort, on %s', async (backend) => {
    await useBackend(backend);
    const dispose = vi.spyOn(executors[backend].prototype, 'dispose');
    const run = vi.spyOn(executors[backend].prototype, 'run');
    const controller = new AbortController();
    run.mockImplementationOnce(() => {
      controller.abort(new Error('enough'));
    });
    const evaluation = evaluate(model, data, { batchSize: 1, signal: controller.signal });
    await expect(evaluation).rejects.toThrow('enough');
    expect(run).toHaveBeenCalledOnce();
    expect(dispose).toHaveBeenCalledOnce();
  });

  it.each(['wasm', 'cpu'] as const)(
    'is disposed of when a kernel fails, on %s',
    async (backend) => {
      await useBackend(backend);
      const dispose = vi.spyOn(executors[backend].prototype, 'dispose');
      vi.spyOn(executors[backend].prototype, 'run').mockImplementationOnce(() => {
        throw new Error('the kernel failed');
      });
      await expect(predict(model, data, { threads: 2 })).rejects.toThrow('the kernel failed');
      expect(dispose).toHaveBeenCalledOnce();
    },
  );

  it('is not made for options that cannot be meant', async () => {
    await useBackend('wasm');
    const create = vi.spyOn(WasmPlanExecutor, 'create');
    await expect(evaluate(model, data, { threads: 0 })).rejects.toThrow('evaluate threads');
    const engine = 'plann' as 'plan';
    await expect(predict(model, data, { engine })).rejects.toThrow('predict engine: expected one');
    const weights = { ...model.weights, 'dense1/bias': new Float32Array(1) };
    await expect(predict({ ...model, weights }, data)).rejects.toThrow('dense1/bias');
    await expect(
      predict(model, selectExamples(data, Uint32Array.of(0)), { signal: AbortSignal.abort() }),
    ).rejects.toThrow();
    expect(create).not.toHaveBeenCalled();
  });
});
