import { fit, type TrainingEvent, type TrainingSettings } from '@manabi/trainer';
import { memory } from '@tensorflow/tfjs-core';
import { beforeAll, expect, it, vi } from 'vitest';
import { describeOnEveryBackend, useBackend } from './backends-under-test.js';
import { clusters, clustersModel } from './clusters.js';
import { collect, ofType } from './collect.js';

function run(settings: TrainingSettings): Promise<TrainingEvent[]> {
  // A clock that stands still: durations are no part of what must repeat.
  const hooks = { clock: () => 0 };
  const data = { train: clusters(40), test: clusters(12) };
  const all = { epochs: 1, batchSize: 12, validationSplit: 0.2, ...settings };
  return collect(fit(clustersModel(), data, all, hooks));
}

// A software WebGPU adapter shares its processors with everything else that runs.
vi.setConfig({ testTimeout: 180_000 });

describeOnEveryBackend('dropout, shuffling and a split', (backend) => {
  beforeAll(() => useBackend(backend));

  it('repeat to the last bit with the same seed', async () => {
    const events = await run({ seed: 7 });
    expect(events[0]).toMatchObject({ backend });
    expect(await run({ seed: 7 })).toEqual(events);
  });

  it('are others with another seed', async () => {
    const [one, two] = [await run({ seed: 7 }), await run({ seed: 8 })];
    expect(ofType(two, 'runEnd')[0]!.model).not.toEqual(ofType(one, 'runEnd')[0]!.model);
  });

  it('give the same model however often the run reports', async () => {
    const [often, rarely] = [await run({ logEvery: 1 }), await run({ logEvery: 1000 })];
    expect(ofType(rarely, 'runEnd')[0]!.model).toEqual(ofType(often, 'runEnd')[0]!.model);
  });

  it('leave no tensor behind', async () => {
    const before = memory().numTensors;
    await run({});
    expect(memory().numTensors).toBe(before);
  });
});
