import '@tensorflow/tfjs-backend-cpu';
import { iris } from '@manabi/datasets';
import { initializeModel, mlp, resolveModel } from '@manabi/models';
import { memory, setBackend } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { createEngine } from '../../src/engine/create-engine.js';
import { resolveOptimizer } from '../../src/optimizers/resolve-optimizer.js';

const { spec, weights } = initializeModel(mlp({ inputShape: [4], hidden: [5], classes: 3 }), {
  seed: 1,
});
const options = {
  ...{ model: resolveModel(spec), weights, data: iris().train, seed: 1, batchSize: 8 },
  ...{ optimizer: resolveOptimizer({ type: 'adam' }), threads: undefined, relaxedSimd: false },
};

beforeAll(async () => {
  await setBackend('cpu');
});

describe('the engine', () => {
  it.each(['cpu', 'wasm'])('auto is the plan on %s, without a tensor of tfjs', async (backend) => {
    const before = memory().numTensors;
    const { engine, reason } = await createEngine('auto', { ...options, backend });
    // A model this small is faster on one thread.
    expect(engine).toMatchObject({ name: 'plan', backend, threads: 1 });
    expect(reason).toBeNull();
    expect(memory().numTensors).toBe(before);
    engine.dispose();
    engine.dispose();
  });

  it('auto is autodiff on webgpu, and says why', async () => {
    const { engine, reason } = await createEngine('auto', { ...options, backend: 'webgpu' });
    expect(engine.name).toBe('autodiff');
    expect(reason).toBe('plans are not executed on webgpu');
    engine.dispose();
  });

  it('autodiff is taken where it is asked for', async () => {
    const { engine, reason } = await createEngine('autodiff', { ...options, backend: 'cpu' });
    expect(engine.name).toBe('autodiff');
    expect(reason).toBeNull();
    engine.dispose();
  });

  it.each([
    ['auto', 'cpu', 'an engine on cpu'],
    ['autodiff', 'wasm', 'autodiff on wasm'],
  ] as const)('relaxed SIMD is refused by %s on %s', async (choice, backend, got) => {
    const engine = createEngine(choice, { ...options, backend, relaxedSimd: true });
    await expect(engine).rejects.toThrow(
      `fit relaxedSimd: expected the engine plan on the wasm backend, got ${got}`,
    );
  });

  it('plan is refused where no executor is', async () => {
    await expect(createEngine('plan', { ...options, backend: 'webgpu' })).rejects.toThrow(
      'fit engine: expected a tfjs backend on which plans are executed: wasm or cpu, got webgpu; select the wasm backend, or use the engine "auto"',
    );
  });
});
