import '@tensorflow/tfjs-backend-cpu';
import { fit, type TrainingEvent, type TrainingSettings } from '@manabi/trainer';
import { setBackend } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { clusters, clustersModel } from './clusters.js';
import { collect } from './collect.js';

beforeAll(async () => {
  await setBackend('cpu');
});

function run(settings: TrainingSettings): Promise<TrainingEvent[]> {
  // A clock that stands still: durations are no part of what must repeat.
  const hooks = { clock: () => 0 };
  const data = { train: clusters(60), test: clusters(12) };
  return collect(
    fit(clustersModel(), data, { epochs: 3, validationSplit: 0.2, ...settings }, hooks),
  );
}

describe('a run with dropout, shuffling and a split', () => {
  it('repeats to the last bit with the same seed', async () => {
    expect(await run({ seed: 7 })).toEqual(await run({ seed: 7 }));
  });

  it('is another one with another seed', async () => {
    const [one, two] = [await run({ seed: 7 }), await run({ seed: 8 })];
    expect(two.at(-1)).not.toEqual({ ...one.at(-1), seed: 8 });
  });

  it('learns the same however often it reports', async () => {
    const weights = (events: TrainingEvent[]) => {
      const last = events.at(-1);
      return last?.type === 'runEnd' ? last.model.weights : null;
    };
    const often = weights(await run({ seed: 7, logEvery: 1 }));
    expect(often).not.toBeNull();
    expect(weights(await run({ seed: 7, logEvery: 1000 }))).toEqual(often);
  });
});
