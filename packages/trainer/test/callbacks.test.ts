import '@tensorflow/tfjs-backend-cpu';
import {
  bestModel,
  earlyStopping,
  evaluate,
  fit,
  history,
  learningRateSchedule,
  progress,
  type Callback,
  type Improvement,
  type LearningRateSchedule,
  type LearningRateScheduleSpec,
  type Progress,
  type RunControl,
  type TrainingSettings,
} from '@manabi/trainer';
import { setBackend } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { clusters, clustersModel } from './clusters.js';
import { expectNoTensorsLeft } from './expect-no-tensors-left.js';
import { collect, ofType } from './collect.js';

const data = { train: clusters(40), validation: clusters(12) };

beforeAll(async () => {
  await setBackend('cpu');
});
expectNoTensorsLeft();

function run(callbacks: readonly Callback[], settings: TrainingSettings = {}) {
  return collect(
    fit(clustersModel(), data, { epochs: 4, batchSize: 10, ...settings }, { callbacks }),
  );
}

/** Sets the learning rate of each epoch: large ones make a model worse. */
const rates = (...perEpoch: number[]): Callback =>
  learningRateSchedule((epoch) => perEpoch[epoch - 1]!);

/** Good, then ruined, epoch after epoch. */
const worsening = { optimizer: { type: 'sgd' }, epochs: 6 } as const;
const ruin = rates(0.5, 200, 200, 200, 200, 200);

describe('history', () => {
  it('keeps the epochs of its latest run', async () => {
    const log = history();
    await run([log]);
    const events = await run([log]);
    expect(log.epochs).toEqual(ofType(events, 'epochEnd'));
  });
});

describe('progress', () => {
  it('says how much is done and how long the rest takes', async () => {
    const seen: Progress[] = [];
    const control = {} as RunControl;
    const callback = progress((now) => seen.push(now));
    const events = await run([], { epochs: 2, logEvery: 3 });
    for (const event of events) {
      await callback(
        event.type === 'batchEnd' ? { ...event, durationMs: 100 * event.step } : event,
        control,
      );
    }
    expect(seen.map(({ epoch, step, fraction }) => [epoch, step, fraction])).toEqual([
      [1, 3, 3 / 8],
      [1, 4, 4 / 8],
      [2, 3, 7 / 8],
      [2, 4, 1],
    ]);
    // 100 ms a step of 10 examples.
    expect(seen[0]).toMatchObject({
      epochs: 2,
      stepsPerEpoch: 4,
      samplesPerSecond: 100,
      remainingMs: 500,
    });
    expect(seen.at(-1)!.remainingMs).toBe(0);
  });
});

describe('earlyStopping', () => {
  it('stops after `patience` epochs without improvement and restores the best weights', async () => {
    const events = await run([ruin, earlyStopping({ patience: 2 })], worsening);
    const end = ofType(events, 'runEnd')[0]!;
    const epochs = ofType(events, 'epochEnd');
    expect(epochs).toHaveLength(3);
    expect(end).toMatchObject({
      outcome: 'stopped',
      epochs: 3,
      reason: `no better valLoss than ${epochs[0]!.valLoss} of epoch 1 for 2 epochs`,
    });
    const { loss } = await evaluate(end.model, data.validation);
    expect(loss).toBeCloseTo(epochs[0]!.valLoss!, 5);
  });

  it('keeps the last weights without restoreBest', async () => {
    const events = await run([ruin, earlyStopping({ patience: 2, restoreBest: false })], worsening);
    const last = ofType(events, 'epochEnd').at(-1)!;
    const { loss } = await evaluate(ofType(events, 'runEnd')[0]!.model, data.validation);
    expect(loss).toBeCloseTo(last.valLoss!, 3);
  });

  it('restores the best weights after the last epoch too', async () => {
    const events = await run([ruin, earlyStopping({ patience: 100 })], { ...worsening, epochs: 3 });
    const end = ofType(events, 'runEnd')[0]!;
    expect(end.outcome).toBe('completed');
    const { loss } = await evaluate(end.model, data.validation);
    expect(loss).toBeCloseTo(ofType(events, 'epochEnd')[0]!.valLoss!, 5);
  });

  it('takes an improvement below minDelta for none', async () => {
    const events = await run([earlyStopping({ monitor: 'loss', patience: 1, minDelta: 100 })]);
    expect(ofType(events, 'epochEnd')).toHaveLength(2);
  });

  it('refuses to watch validation that there is none of', async () => {
    const run = fit(clustersModel(), { train: data.train }, {}, { callbacks: [earlyStopping()] });
    await expect(collect(run)).rejects.toMatchObject({
      code: 'no-validation',
      message:
        'earlyStopping monitor: expected validation data for valLoss, got none; set validationSplit, pass data.validation, or monitor "loss"',
    });
  });
});

it.each([{ watch: earlyStopping }, { watch: bestModel }])(
  '$watch.name refuses to watch what no epoch reports',
  async ({ watch }) => {
    await expect(run([watch({ monitor: 'val_loss' as never })])).rejects.toMatchObject({
      code: 'invalid-setting',
      message: `${watch.name} monitor: expected one of loss, accuracy, valLoss, valAccuracy, got "val_loss"; correct its spelling`,
    });
  },
);

describe('bestModel', () => {
  it('takes a checkpoint of each improvement, after the epoch that brought it', async () => {
    const improvements: Improvement[] = [];
    const callback = bestModel({ onImprovement: (found) => void improvements.push(found) });
    const events = await run([rates(0.5, 200, 1e-30), callback], { ...worsening, epochs: 3 });
    const types = events.map((event) => event.type).filter((type) => type !== 'batchEnd');
    expect(types.slice(0, 5)).toEqual([
      'runStart',
      'epochStart',
      'epochEnd',
      'checkpoint',
      'epochStart',
    ]);
    const checkpoints = ofType(events, 'checkpoint');
    expect(checkpoints).toHaveLength(1);
    expect(checkpoints[0]).toMatchObject({ epoch: 1, reason: 'best valLoss' });
    const { valLoss } = ofType(events, 'epochEnd')[0]!;
    expect(improvements).toEqual([
      { epoch: 1, monitor: 'valLoss', value: valLoss, model: checkpoints[0]!.model },
    ]);
    expect((await evaluate(checkpoints[0]!.model, data.validation)).loss).toBeCloseTo(valLoss!, 5);
  });
});

describe('learningRateSchedule', () => {
  it.each<[string, LearningRateSchedule | LearningRateScheduleSpec, number[]]>([
    ['a function', (epoch, initial, epochs) => (initial * epoch) / epochs, [0.1, 0.2, 0.3, 0.4]],
    ['step', { type: 'step', every: 2, factor: 0.5 }, [0.4, 0.4, 0.2, 0.2]],
    ['exponential', { type: 'exponential', factor: 0.5 }, [0.4, 0.2, 0.1, 0.05]],
    // (1 + cos(pi k / 4)) / 2 for k = 0, 1, 2, 3.
    ['cosine', { type: 'cosine' }, [0.4, 0.2 * (1 + Math.SQRT1_2), 0.2, 0.2 * (1 - Math.SQRT1_2)]],
  ])('sets the rate of every epoch before it starts: %s', async (_, schedule, expected) => {
    const settings = { optimizer: { type: 'sgd', learningRate: 0.4 } } as const;
    const events = await run([learningRateSchedule(schedule)], settings);
    for (const type of ['epochStart', 'epochEnd'] as const) {
      const actual = ofType(events, type).map((event) => event.learningRate);
      actual.forEach((rate, i) => {
        expect(rate).toBeCloseTo(expected[i]!, 12);
      });
    }
  });

  it('is what the optimiser uses', async () => {
    // 1e-60 is 0 in float32.
    const optimizer = { type: 'sgd', learningRate: 0.4 } as const;
    // The plan may turn a zero into a negative one.
    const settings = { epochs: 1, engine: 'autodiff', optimizer } as const;
    const still = ofType(await run([rates(1e-60)], settings), 'runEnd')[0]!;
    expect(still.model).toEqual(clustersModel());
  });

  it('refuses a rate that is not above 0', async () => {
    await expect(run([rates(0)])).rejects.toThrow(
      'setLearningRate: expected a finite number above 0, got 0; use a number such as 0.001',
    );
    expect(() => learningRateSchedule({ type: 'step', every: 0, factor: 0.5 })).toThrow(
      'learningRateSchedule every: expected a whole number of at least 1, got 0',
    );
  });

  it('refuses a schedule that it does not know', () => {
    expect(() => learningRateSchedule({ type: 'linear' } as never)).toThrow(
      'learningRateSchedule type: expected one of step, exponential, cosine, oneCycle, got "linear"',
    );
  });
});
