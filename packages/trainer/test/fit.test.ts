import '@tensorflow/tfjs-backend-cpu';
import type { Model } from '@manabi/models';
import { fit, type TrainingEvent } from '@manabi/trainer';
import { memory, setBackend } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { clusters, clustersModel } from './clusters.js';
import { collect, ofType, outcome } from './collect.js';

beforeAll(async () => {
  await setBackend('cpu');
});

/** A clock that moves on by a millisecond each time that it is read. */
function tickingClock(): () => number {
  let now = 0;
  return () => now++;
}

function withoutDropout({ spec, weights }: Model): Model {
  return { spec: { ...spec, layers: spec.layers.filter((l) => l.type !== 'dropout') }, weights };
}

describe('fit', () => {
  it('tells a run in order, with a short last batch', async () => {
    const data = { train: clusters(50), validation: clusters(12), test: clusters(9) };
    const settings = { epochs: 2, batchSize: 16, logEvery: 2, seed: 5 };
    const events = await collect(fit(clustersModel(), data, settings));
    const epoch = ['epochStart', 'batchEnd', 'batchEnd', 'epochEnd'];
    expect(events.map((event) => event.type)).toEqual(['runStart', ...epoch, ...epoch, 'runEnd']);
    expect(events[0]).toEqual({
      type: 'runStart',
      backend: 'cpu',
      engine: 'plan',
      engineReason: null,
      resumed: null,
      threads: 1,
      seed: 5,
      epochs: 2,
      batchSize: 16,
      stepsPerEpoch: 4,
      trainSize: 50,
      validationSize: 12,
      // (2 + 1) * 6 + (6 + 1) * 3
      parameters: 39,
    });
    // 50 = 3 * 16 + 2.
    expect(ofType(events, 'batchEnd').slice(0, 2)).toMatchObject([
      { epoch: 1, step: 2, stepsPerEpoch: 4, samples: 32 },
      { epoch: 1, step: 4, stepsPerEpoch: 4, samples: 50 },
    ]);
    expect(events.at(-1)).toMatchObject({
      outcome: 'completed',
      reason: null,
      epochs: 2,
      backend: 'cpu',
      engine: 'plan',
      threads: 1,
      seed: 5,
    });
  });

  it('leaves out what there is no data for', async () => {
    const events = await collect(fit(clustersModel(), { train: clusters(9) }, { epochs: 1 }));
    expect(ofType(events, 'epochEnd')[0]).toMatchObject({ valLoss: null, valAccuracy: null });
    expect(events.at(-1)).toMatchObject({ testLoss: null, testAccuracy: null });
  });

  it('trains a copy', async () => {
    const model = clustersModel();
    const before = structuredClone(model);
    const { model: trained } = await outcome(fit(model, { train: clusters(30) }, { epochs: 1 }));
    expect(model).toEqual(before);
    expect(trained.spec).toEqual(model.spec);
    expect(trained.weights).not.toEqual(model.weights);
  });

  it('reports means over examples, whatever the batches and the log interval', async () => {
    // With a learning rate that changes no float32 weight, every step sees the same model.
    const still = withoutDropout(clustersModel());
    const losses = [];
    for (const [batchSize, logEvery] of [
      [50, 1],
      [16, 1],
      [7, 3],
    ] as const) {
      const settings = {
        epochs: 1,
        batchSize,
        logEvery,
        optimizer: { type: 'sgd', learningRate: 1e-30 },
      } as const;
      const events = await collect(
        fit(still, { train: clusters(50), validation: clusters(50) }, settings),
      );
      const { loss, accuracy, valLoss, valAccuracy } = ofType(events, 'epochEnd')[0]!;
      expect(loss).toBeCloseTo(valLoss!, 6);
      expect(accuracy).toBe(valAccuracy);
      losses.push(loss);
    }
    expect(losses[1]).toBeCloseTo(losses[0]!, 6);
    expect(losses[2]).toBeCloseTo(losses[0]!, 6);
  });

  it('holds out the share asked for, the same for the same seed', async () => {
    const settings = { epochs: 1, validationSplit: 0.2, seed: 3 };
    const events = await collect(fit(clustersModel(), { train: clusters(60) }, settings));
    expect(events[0]).toMatchObject({ trainSize: 48, validationSize: 12 });
    const again = await collect(fit(clustersModel(), { train: clusters(60) }, settings));
    expect(ofType(again, 'epochEnd')[0]!.valLoss).toBe(ofType(events, 'epochEnd')[0]!.valLoss);
  });

  it('visits the examples in their order without shuffle', async () => {
    // Without dropout nothing but the order could depend on the seed.
    const settings = { epochs: 1, batchSize: 1, shuffle: false };
    const model = withoutDropout(clustersModel());
    const one = await outcome(fit(model, { train: clusters(9) }, { ...settings, seed: 1 }));
    const two = await outcome(fit(model, { train: clusters(9) }, { ...settings, seed: 2 }));
    expect(two.model).toEqual(one.model);
  });

  it('measures training apart from validation and from its consumer', async () => {
    const clock = tickingClock();
    const data = { train: clusters(20), validation: clusters(20) };
    const settings = { epochs: 1, batchSize: 10 };
    const events: TrainingEvent[] = [];
    for await (const event of fit(clustersModel(), data, settings, { clock })) {
      events.push(event);
      // A slow consumer.
      for (let i = 0; i < 1000; i++) clock();
    }
    const [epochEnd] = ofType(events, 'epochEnd');
    const runEnd = ofType(events, 'runEnd')[0]!;
    expect(epochEnd!.trainDurationMs).toBeGreaterThan(0);
    expect(epochEnd!.durationMs).toBeGreaterThan(epochEnd!.trainDurationMs);
    expect(epochEnd!.durationMs).toBeLessThan(100);
    expect(runEnd.durationMs).toBeGreaterThan(3000);
    expect(runEnd.samplesPerSecond).toBe((20 * 1000) / epochEnd!.trainDurationMs);
  });

  it('gives timers a turn at every log interval', async () => {
    let turns = 0;
    const timer = setInterval(() => turns++, 0);
    let seen = 0;
    const settings = { epochs: 40, batchSize: 10, logEvery: 1 };
    for await (const event of fit(clustersModel(), { train: clusters(30) }, settings)) {
      if (event.type === 'epochEnd') seen = Math.max(seen, turns);
    }
    clearInterval(timer);
    expect(seen).toBeGreaterThan(0);
  });

  it('leaves no tensor behind', async () => {
    const before = memory().numTensors;
    const data = { train: clusters(50), validation: clusters(12), test: clusters(9) };
    await collect(fit(clustersModel(), data, { epochs: 2 }));
    expect(memory().numTensors).toBe(before);
  });

  it('allocates nothing before its first event is asked for', () => {
    const before = memory().numTensors;
    fit(clustersModel(), { train: clusters(9) });
    expect(memory().numTensors).toBe(before);
  });
});
