import {
  createCallback,
  decodeCheckpoint,
  encodeCheckpoint,
  fit,
  isFinished,
  type CallbackSpec,
  type CheckpointPolicy,
  type RunEndEvent,
  type TrainingCheckpoint,
  type TrainingSettings,
} from '@manabi/trainer';
import { memory } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { describeOnEveryBackend, useBackend } from './backends-under-test.js';
import { clusters, clustersModel } from './clusters.js';
import { collect } from './collect.js';

// A software WebGPU adapter shares its processors with everything else that runs.
vi.setConfig({ testTimeout: 180_000 });

const data = { train: clusters(45), test: clusters(12) };
// 36 examples to learn from: 6 steps of 6 an epoch; losses are read after steps 4 and 6.
const base: TrainingSettings = {
  epochs: 4,
  batchSize: 6,
  logEvery: 4,
  validationSplit: 0.2,
  seed: 3,
};
const specs: CallbackSpec[] = [
  { type: 'learningRateSchedule', schedule: { type: 'cosine' } },
  { type: 'earlyStopping', patience: 3 },
];

interface Ended {
  readonly checkpoints: TrainingCheckpoint[];
  readonly end: RunEndEvent;
  readonly history: unknown;
}

/** Runs to the end, keeping every checkpoint as its bytes. */
async function run(
  settings: TrainingSettings,
  policy: Omit<CheckpointPolicy, 'save'> | undefined,
  resume?: TrainingCheckpoint,
  callbackSpecs = specs,
): Promise<Ended> {
  const checkpoints: TrainingCheckpoint[] = [];
  const save = (checkpoint: TrainingCheckpoint) => {
    checkpoints.push(decodeCheckpoint(encodeCheckpoint(checkpoint)));
  };
  const events = await collect(
    fit(clustersModel(), data, settings, {
      clock: () => 0,
      callbacks: callbackSpecs.map(createCallback),
      ...(policy && { checkpoints: { ...policy, save } }),
      ...(resume && { resume }),
    }),
  );
  const end = events.at(-1) as RunEndEvent;
  const epochs = events.filter(({ type }) => type === 'epochEnd');
  return { checkpoints, end, history: [...(resume?.history ?? []), ...epochs] };
}

describeOnEveryBackend('a run resumed from any of its checkpoints', (backend) => {
  beforeAll(() => useBackend(backend));

  it.each(backend === 'webgpu' ? (['autodiff'] as const) : (['plan', 'autodiff'] as const))(
    'ends as one that never stopped, by %s',
    async (engine) => {
      const settings = { ...base, engine, optimizer: { type: 'adam' } } as const;
      const before = memory().numTensors;
      const whole = await run(settings, undefined);
      const saved = await run(settings, { everySteps: 1, everyEpochs: 1 });
      expect(saved).toMatchObject({ end: whole.end, history: whole.history });
      // Before the first step, after each of 24, and after each of 4 epochs.
      expect(saved.checkpoints).toHaveLength(1 + 24 + 4);
      // Software WebGPU takes seconds for each run: some checkpoints within epochs and at their ends.
      const isSlow = backend === 'webgpu';
      for (const checkpoint of saved.checkpoints.filter((_, i) => !isSlow || i % 9 === 3)) {
        const { end, history } = await run(settings, undefined, checkpoint);
        expect(end).toEqual(whole.end);
        expect(history).toEqual(whole.history);
      }
      expect(memory().numTensors).toBe(before);
    },
  );
});

describe('checkpoints', () => {
  beforeAll(() => useBackend('cpu'));

  it('are taken after every epoch, unless another interval is asked for', async () => {
    const places = async (policy: Omit<CheckpointPolicy, 'save'>) => {
      const { checkpoints } = await run(base, policy, undefined, []);
      return checkpoints.map(({ position: { epoch, step } }) => [epoch, step]);
    };
    expect(await places({})).toEqual([
      [1, 0],
      [2, 0],
      [3, 0],
      [4, 0],
      [5, 0],
    ]);
    // After step 10 of 24 and step 20; every epoch is better than the one before.
    expect(await places({ everySteps: 10 })).toEqual([
      [1, 0],
      [2, 0],
      [2, 4],
      [3, 0],
      [4, 0],
      [4, 2],
      [5, 0],
    ]);
  });

  it('hold a run that a callback stopped as finished', async () => {
    const stopper: CallbackSpec[] = [{ type: 'earlyStopping', patience: 1, minDelta: 1 }];
    const { checkpoints, end } = await run(base, {}, undefined, stopper);
    expect(end).toMatchObject({ outcome: 'stopped', epochs: 2 });
    expect(checkpoints.map(isFinished)).toEqual([false, false, true]);
    const again = await run(base, {}, checkpoints.at(-1), stopper);
    expect(again).toMatchObject({ end, checkpoints: [] });
  });

  it('end an interrupted run, which then goes on', async () => {
    const whole = await run(base, undefined);
    const controller = new AbortController();
    const taken: TrainingCheckpoint[] = [];
    const abort = (event: { type: string; epoch?: number }) => {
      if (event.type === 'batchEnd' && event.epoch === 2) controller.abort();
    };
    await collect(
      fit(clustersModel(), data, base, {
        signal: controller.signal,
        callbacks: [...specs.map(createCallback), abort],
        checkpoints: { everyEpochs: 100, save: (checkpoint) => void taken.push(checkpoint) },
      }),
    );
    const resume = taken.at(-1)!;
    expect(resume.position).toMatchObject({ epoch: 2, step: 4 });
    const { end } = await run(base, undefined, resume);
    expect(end.model).toEqual(whole.end.model);
  });

  it('are refused by a run of another kind', async () => {
    const { checkpoints } = await run(base, {});
    const resume = checkpoints[1]!;
    await expect(run({ ...base, batchSize: 7 }, {}, resume)).rejects.toMatchObject({
      code: 'resume-mismatch',
      message: expect.stringContaining(
        'batchSize: expected 6 as in the checkpoint, got 7',
      ) as string,
    });
    const others: TrainingCheckpoint[] = [
      { ...resume, spec: { ...resume.spec, name: 'other' } },
      { ...resume, trainSize: 37 },
      { ...resume, backend: 'wasm' },
      { ...resume, engine: 'autodiff' },
      { ...resume, callbacks: [] },
    ];
    for (const other of others) {
      await expect(run(base, {}, other)).rejects.toMatchObject({ code: 'resume-mismatch' });
    }
  });

  it('are refused when a byte is another or missing', async () => {
    const { checkpoints } = await run(base, {});
    const { json, arrays } = encodeCheckpoint(checkpoints[0]!);
    const flipped = arrays.slice();
    flipped[5]! ^= 1;
    const damaged = [
      { json, arrays: flipped },
      { json, arrays: arrays.slice(0, -4) },
      { json: json.slice(0, -1), arrays },
      { json: json.replace('"epoch":1', '"epoch":2'), arrays },
      { json: 'null', arrays },
    ];
    for (const encoded of damaged) {
      expect(() => decodeCheckpoint(encoded)).toThrow(
        expect.objectContaining({ code: 'bad-checkpoint' }),
      );
    }
  });

  it('refuse an interval that is none', () => {
    const checkpoints = { everySteps: 0, save: () => undefined };
    expect(() => fit(clustersModel(), data, base, { checkpoints })).toThrow('everySteps');
  });
});
