import 'fake-indexeddb/auto';
import { expose, proxy, wrap, type Remote } from 'comlink';
import { exampleLength, iris, syntheticDigits } from '@manabi/datasets';
import { denseUnit, initializeModel, mlp, type ResolvedDense } from '@manabi/models';
import { evaluate, fit, judgeModel, predict, type EpochEndEvent } from '@manabi/trainer';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  deleteRun,
  keptEpochs,
  listRuns,
  readRun,
  readSnapshots,
  renameRun,
} from '../runs/run-store.js';
import { openDatabase } from '../storage/database.js';
import { carryFaults } from './comlink-faults.js';
import type { DataChoice } from './data-choice.js';
import { faultOf } from './fault.js';
import { choiceOf } from './known-data.js';
import type { RunConfiguration } from './run-configuration.js';
import { emptyStatus, type RunStatus } from './run-status.js';
import { WorkbenchHost } from './workbench-host.js';
import type { Workbench } from './workbench.js';

carryFaults();

const digits: DataChoice = { kind: 'synthetic-digits', trainSize: 200, testSize: 40, seed: 1 };
const spec = mlp({ inputShape: [28, 28, 1], classes: 10, hidden: [12] });

/** 200 digits, 20 of them held out: 12 steps an epoch, the last one smaller. */
const configuration: RunConfiguration = {
  data: digits,
  spec,
  settings: {
    epochs: 3,
    batchSize: 15,
    validationSplit: 0.1,
    seed: 4,
    logEvery: 5,
    optimizer: { type: 'adam', learningRate: 0.01 },
  },
  backend: 'cpu',
};

const ports: MessagePort[] = [];
afterEach(() => ports.splice(0).forEach((port) => port.close()));

interface Bench {
  readonly bench: Remote<Workbench>;
  readonly status: () => RunStatus;
  /** Every status so far. */
  readonly news: readonly RunStatus[];
  /** Waits for a status. */
  readonly until: (fits: (status: RunStatus) => boolean) => Promise<RunStatus>;
}

/** A workbench behind a channel, as behind a worker. */
async function openBench(): Promise<Bench> {
  const { port1, port2 } = new MessageChannel();
  ports.push(port1, port2);
  expose(new WorkbenchHost({ dataFolder: 'http://localhost/data/' }), port1);
  const bench = wrap<Workbench>(port2);
  const news: RunStatus[] = [];
  let wake: (() => void) | undefined;
  await bench.listen(
    proxy((status: RunStatus) => {
      news.push(status);
      wake?.();
    }),
  );
  const status = () => news.at(-1) ?? emptyStatus;
  const until = async (fits: (status: RunStatus) => boolean) => {
    while (!fits(status())) await new Promise<void>((resolve) => (wake = resolve));
    return status();
  };
  return { bench, status, news, until };
}

const ended = ({ phase }: RunStatus) => phase === 'ended';
const held = ({ phase }: RunStatus) => phase === 'paused' || phase === 'ended';

/** Figures without durations. */
function figures(history: readonly EpochEndEvent[]) {
  return history.map(({ epoch, loss, accuracy, valLoss, valAccuracy, learningRate }) => ({
    ...{ epoch, loss, accuracy, valLoss, valAccuracy, learningRate },
  }));
}

/** The same run by `fit` alone. */
async function straight({ settings }: RunConfiguration = configuration) {
  const data = syntheticDigits(digits as DataChoice & { kind: 'synthetic-digits' });
  const model = initializeModel(spec, { seed: settings.seed! });
  const history: EpochEndEvent[] = [];
  for await (const event of fit(model, { train: data.train }, settings)) {
    if (event.type === 'epochEnd') history.push(event);
    if (event.type === 'runEnd') return { history, model: event.model, data };
  }
  throw new Error('internal: no end');
}

describe('a run on the workbench', () => {
  it('trains as fit does, keeps each epoch’s weights and judges the model', async () => {
    const { bench, until } = await openBench();
    await bench.configure(configuration);
    expect(await until(({ phase }) => phase === 'ready')).toMatchObject({
      data: { name: 'synthetic-digits', trainSize: 200, testSize: 40 },
      computation: { backend: 'cpu', fallbacks: [], engine: null },
      snapshots: [0],
    });
    await bench.start();
    const status = await until(ended);
    const expected = await straight();
    expect(figures(status.history)).toEqual(figures(expected.history));
    expect(status).toMatchObject({
      outcome: { kind: 'completed' },
      computation: { backend: 'cpu', engine: 'plan', threads: 1 },
      snapshots: [0, 1, 2, 3],
      position: { epoch: 3, step: 0, stepsPerEpoch: 12 },
    });
    expect((await bench.model()).weights).toEqual(expected.model.weights);
    expect(status.test).toEqual(await judgeModel(expected.model, expected.data.test));
  });

  it('keeps of each epoch the very weights that a run of so many epochs ends with', async () => {
    const { bench, until } = await openBench();
    await bench.configure(configuration);
    await bench.start();
    await until(ended);
    const { settings } = configuration;
    const first = initializeModel(spec, { seed: settings.seed! });
    expect((await bench.model({ at: 0 })).weights).toEqual(first.weights);
    for (const epochs of [1, 2, 3]) {
      const { model } = await straight({ ...configuration, settings: { ...settings, epochs } });
      expect((await bench.model({ at: epochs })).weights).toEqual(model.weights);
    }
  });

  it('ends with the same weights however it was held: steps, epochs, pauses', async () => {
    const { bench, until } = await openBench();
    await bench.configure(configuration);
    await bench.start('step');
    let status = await until(held);
    expect(status.position).toEqual({ epoch: 0, step: 1, stepsPerEpoch: 12 });
    expect(status.progress).toMatchObject({ samples: 15 });
    await bench.start('epoch');
    status = await until((now) => held(now) && now.position.epoch === 1);
    expect(status.position).toEqual({ epoch: 1, step: 0, stepsPerEpoch: 12 });
    for (let step = 1; step <= 12; step++) {
      await bench.start('step');
      const place = step < 12 ? { epoch: 1, step } : { epoch: 2, step: 0 };
      status = await until(({ phase, position }) => {
        return phase === 'paused' && position.epoch === place.epoch && position.step === place.step;
      });
    }
    expect(status.history).toHaveLength(2);
    await bench.start();
    await bench.pause();
    await bench.start();
    status = await until(ended);
    const expected = await straight();
    expect(figures(status.history)).toEqual(figures(expected.history));
    expect((await bench.model()).weights).toEqual(expected.model.weights);
  });

  it('ends by itself when the last epoch is asked for alone', async () => {
    const { bench, until } = await openBench();
    await bench.configure({ ...configuration, settings: { ...configuration.settings, epochs: 1 } });
    await bench.start('epoch');
    expect((await until(ended)).outcome).toEqual({ kind: 'completed' });
  });

  it('rewinds to the same first weights and trains to the same history', async () => {
    const { bench, until } = await openBench();
    await bench.configure(configuration);
    const first = await bench.model();
    await bench.start();
    const { history } = await until(ended);
    await bench.rewind();
    expect(await until(({ phase }) => phase === 'ready')).toMatchObject({
      history: [],
      progress: null,
      outcome: null,
      test: null,
      snapshots: [0],
      position: { epoch: 0, step: 0 },
    });
    expect(await bench.model()).toEqual(first);
    await bench.start();
    expect(figures((await until(ended)).history)).toEqual(figures(history));
  });

  it('takes another learning rate and another number of epochs without losing anything', async () => {
    const { bench, until } = await openBench();
    await bench.configure(configuration);
    await bench.start('epoch');
    await until(held);
    await bench.setLearningRate(0.002);
    await bench.setEpochs(2);
    await bench.start();
    const { history } = await until(ended);
    expect(history.map(({ learningRate }) => learningRate)).toEqual([0.01, 0.002]);
    await bench.setEpochs(4);
    await bench.start();
    expect((await until((now) => ended(now) && now.position.epoch === 4)).history).toHaveLength(4);
    const refused = bench.setLearningRate(-1).catch(faultOf);
    expect(await refused).toMatchObject({ code: 'invalid-setting' });
  });

  it('is stopped where it is and judged there', async () => {
    const { bench, until } = await openBench();
    await bench.configure(configuration);
    await bench.start('epoch');
    await until(held);
    await bench.stop();
    const { outcome, test } = await until(ended);
    expect(outcome).toEqual({ kind: 'stopped' });
    const model = await bench.model({ at: 1 });
    const { data } = await straight();
    expect(test?.loss).toBe((await evaluate(model, data.test)).loss);
  });

  it('says where it lost its numbers, and goes on from before with a lower rate', async () => {
    const { bench, until } = await openBench();
    const optimizer = { type: 'sgd', learningRate: 1e30 } as const;
    await bench.configure({ ...configuration, settings: { ...configuration.settings, optimizer } });
    await bench.start();
    const { outcome } = await until(ended);
    expect(outcome).toMatchObject({
      kind: 'diverged',
      divergence: { epoch: 1, learningRate: 1e30 },
    });
    await bench.setLearningRate(0.01);
    await bench.start();
    const status = await until((now) => ended(now) && now.outcome?.kind === 'completed');
    expect(status.history).toHaveLength(3);
  });

  it.each([
    [5, [5, 10]],
    [4, [4, 8]],
  ])(
    'keeps weights within an epoch where that is asked for: every %d steps',
    async (snapshotEvery, steps) => {
      const { bench, until } = await openBench();
      // Without `logEvery`: the run is looked at where it is kept.
      const settings = { epochs: 1, batchSize: 15, validationSplit: 0.1, seed: 4 };
      await bench.configure({ ...configuration, settings, snapshotEvery });
      await bench.start();
      const { snapshots } = await until(ended);
      expect(snapshots).toEqual([0, ...steps.map((step) => step / 12), 1]);
    },
  );
});

describe('questions', () => {
  it('are answered with the present weights, those of an epoch, and changed ones', async () => {
    const { bench, until } = await openBench();
    await bench.configure(configuration);
    const test = { part: 'test', indices: [3, 5] } as const;
    const untrained = await bench.predict(test);
    await bench.start();
    await until(ended);
    expect((await bench.predict(test, { at: 0 })).probabilities).toEqual(untrained.probabilities);
    const { data, model } = await straight();
    const expected = (await predict(model, data.test)).probabilities;
    const { probabilities } = await bench.predict(test);
    expect(probabilities.subarray(0, 10)).toEqual(expected.subarray(30, 40));
    expect(probabilities.subarray(10)).toEqual(expected.subarray(50, 60));

    const examined = await bench.examine();
    expect(examined.accuracy).toBe((await evaluate(model, data.test)).accuracy);
    expect(examined.predicted).toHaveLength(40);
    // Without its last weights a network knows nothing: every class is as likely.
    const zero = new Float32Array(12 * 10);
    const changes = { 'dense2/kernel': zero, 'dense2/bias': new Float32Array(10) };
    expect((await bench.examine('test', { changes })).loss).toBeCloseTo(Math.log(10), 5);
    const missing = await bench.predict(test, { at: 7 }).catch(faultOf);
    expect(missing).toMatchObject({ code: 'no-run' });
  });

  it('are answered while the run goes on', async () => {
    const { bench, until } = await openBench();
    await bench.configure({
      ...configuration,
      settings: { ...configuration.settings, epochs: 30 },
    });
    await bench.start();
    const answers = await Promise.all([
      bench.predict({ part: 'test', indices: [0] }),
      bench.predict({ inputs: new Uint8Array(784) }),
    ]);
    for (const { probabilities } of answers) {
      expect(probabilities.reduce((sum, p) => sum + p)).toBeCloseTo(1, 5);
    }
    await bench.pause();
    await until(held);
  });

  it('say what an answer rests on, and which training examples look most alike', async () => {
    const { bench } = await openBench();
    await bench.configure(configuration);
    const example = { part: 'test', indices: [2] } as const;
    const { occlusion, gradients } = await bench.explain(example, { size: 3 });
    expect([occlusion.rows, occlusion.columns, occlusion.size]).toEqual([28, 28, 3]);
    const { probabilities } = await bench.predict(example);
    expect(occlusion.whole).toEqual(probabilities);
    expect(gradients).toHaveLength(10 * 784);

    const hiddenOf = async (part: 'train' | 'test', index: number) =>
      (await bench.activations({ part, indices: [index] })).layers[1]!.output;
    const point = await hiddenOf('test', 2);
    const distances: { index: number; distance: number }[] = [];
    for (let index = 0; index < 200; index++) {
      const hidden = [...(await hiddenOf('train', index))];
      distances.push({ index, distance: Math.hypot(...hidden.map((x, k) => x - point[k]!)) });
    }
    distances.sort((a, b) => a.distance - b.distance);
    const found = await bench.neighbours(example);
    expect(found.among).toBe(200);
    expect([...found.indices]).toEqual(distances.slice(0, 8).map(({ index }) => index));
    found.distances.forEach((d, i) => expect(d).toBeCloseTo(distances[i]!.distance, 4));
    const { inputs, labels } = await bench.examples(digits, 'train', [...found.indices]);
    expect([found.inputs, found.labels]).toEqual([inputs, labels]);

    // A silenced layer takes all examples for alike.
    const units = Array.from({ length: 12 }, (_, unit) => ({ layer: 'dense1', unit }));
    const silenced = await bench.neighbours(example, { ablation: { biases: [], units } });
    expect([...silenced.distances]).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
    expect([...silenced.indices]).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);

    // Of a page's own weights, among the examples that it learned from.
    const { weights } = await bench.model();
    const bias = weights['dense2/bias']!.map((_, label) => label);
    const changes = { 'dense2/bias': bias };
    const changed = await bench.explain(example, { size: 3, changes });
    expect(changed.occlusion.whole).toEqual(
      (await bench.predict(example, { changes })).probabilities,
    );
    const few = await bench.neighbours(example, { changes, most: 50 });
    expect(few.among).toBe(50);
    const nearest = distances.filter(({ index }) => index < 50).slice(0, 8);
    expect([...few.indices]).toEqual(nearest.map(({ index }) => index));
  });

  it('show every number of an example, which add up', async () => {
    const { bench } = await openBench();
    await bench.configure(configuration);
    const { input, layers, logits } = await bench.activations({ part: 'test', indices: [2] });
    expect(layers.map(({ layer, shape }) => [layer, ...shape])).toEqual([
      ['flatten1', 784],
      ['dense1', 12],
      ['dense2', 10],
    ]);
    const [, hidden, output] = layers;
    const { weights } = await bench.model();
    const sum = (unit: number) =>
      input.reduce((total, x, k) => total + x * weights['dense1/kernel']![k * 12 + unit]!, 0);
    for (let unit = 0; unit < 12; unit++) {
      // 784 products in float32
      expect(hidden!.preActivation![unit]).toBeCloseTo(sum(unit), 4);
      expect(hidden!.output[unit]).toBe(Math.max(0, hidden!.preActivation![unit]!));
    }
    expect(output!.preActivation).toEqual(logits);
    expect(output!.output.reduce((total, p) => total + p)).toBeCloseTo(1, 5);
  });

  it('hand over the weights of the layers that are asked for, as copies', async () => {
    const { bench } = await openBench();
    await bench.configure(configuration);
    const { weights } = await bench.model();
    const whole = await bench.network();
    expect(whole.weights).toEqual(weights);
    const part = await bench.network({}, ['dense2']);
    expect(part.resolved).toEqual(whole.resolved);
    expect(Object.keys(part.weights)).toEqual(['dense2/kernel', 'dense2/bias']);
    const { weights: none, unit } = await bench.network({}, [], { layer: 'dense2', unit: 1 });
    expect(none).toEqual({});
    const dense = whole.resolved.layers.find(({ name }) => name === 'dense2') as ResolvedDense;
    expect(unit).toEqual({ layer: 'dense2', unit: 1, ...denseUnit(dense, weights, 1) });
    expect((await bench.model()).weights).toEqual(weights);
  });

  it('spoil an image as it is spoiled where the whole part is examined', async () => {
    const { bench } = await openBench();
    await bench.configure(configuration);
    const disturbance = { noise: 0.5 };
    const { probabilities } = await bench.examine('test', {}, { disturbance });
    const example = { part: 'test', indices: [7] } as const;
    const { layers } = await bench.activations(example, {}, disturbance);
    layers.at(-1)!.output.forEach((share, k) => {
      expect(share).toBeCloseTo(probabilities[7 * 10 + k]!, 5);
    });
    const { occlusion } = await bench.explain(example, { disturbance });
    expect(occlusion.whole).toEqual(probabilities.subarray(70, 80));
  });

  it('give examples and labels of data that is only looked at', async () => {
    const { bench } = await openBench();
    const { train } = iris();
    const choice = { kind: 'iris' } as const;
    expect(await bench.loadData(choice)).toMatchObject({ inputShape: [4], choice });
    expect(await bench.labels(choice, 'train')).toEqual(train.labels);
    const { inputs, labels } = await bench.examples(choice, 'train', [7, 2]);
    const length = exampleLength(train);
    expect(inputs.subarray(length)).toEqual(train.inputs.subarray(2 * length, 3 * length));
    expect([...labels]).toEqual([train.labels[7], train.labels[2]]);
  });
});

describe('what cannot be', () => {
  it('is a fault with a code, and the next configuration works', async () => {
    const { bench, status, until } = await openBench();
    const fault = async (change: Partial<RunConfiguration>) =>
      bench.configure({ ...configuration, ...change }).catch(faultOf);
    expect(await bench.start().catch(faultOf)).toMatchObject({ code: 'no-run' });
    expect(await fault({ data: { kind: 'own', id: 'gone' } })).toMatchObject({
      code: 'own-data-missing',
    });
    await until(({ phase }) => phase === 'failed');
    expect(status().fault?.code).toBe('own-data-missing');
    const layers = [{ type: 'dense', units: 10 }] as const;
    expect(await fault({ spec: { inputShape: [28, 28, 1], layers } })).toMatchObject({
      code: 'invalid-network',
      issues: [{ layer: 'dense1' }],
    });
    await bench.configure({ ...configuration, spec: mlp({ inputShape: [4], classes: 3 }) });
    await bench.start();
    expect((await until(({ phase }) => phase === 'failed')).fault?.code).toBe('data-mismatch');
    await bench.configure(configuration);
    await until(({ phase }) => phase === 'ready');
    expect(status().fault).toBeNull();
  });

  it('does not reach the page from a configuration that was replaced', async () => {
    const { bench, until } = await openBench();
    const gone = bench.configure({ ...configuration, data: { kind: 'own', id: 'gone' } });
    await bench.configure(configuration);
    await gone;
    expect((await until(({ phase }) => phase === 'ready')).fault).toBeNull();
  });
});

describe('a run with a name', () => {
  const named = { ...configuration, name: 'first' };

  it('is stored, opened by another page and goes on to the same end', async () => {
    const one = await openBench();
    await one.bench.configure(named);
    expect(await listRuns()).toEqual([]);
    await one.bench.start('epoch');
    await one.until(held);
    await one.bench.start('step');
    await one.until(({ position, stored }) => position.step === 1 && stored !== null);
    await one.bench.pause();
    const [stored] = await listRuns();
    expect(stored).toMatchObject({ name: 'first', position: { epoch: 1, step: 1 }, epochs: 3 });

    const two = await openBench();
    await two.bench.open(stored!.id);
    expect(await two.until(held)).toMatchObject({
      phase: 'paused',
      position: { epoch: 1, step: 1, stepsPerEpoch: 12 },
      snapshots: [0, 1],
      stored: { id: stored!.id, name: 'first' },
    });
    // Looking at it does not make it younger, nor does it forget what computed it.
    await two.bench.save();
    expect(await listRuns()).toEqual([stored]);
    await two.bench.setEpochs(5);
    await two.bench.save();
    const { computation } = stored!;
    expect(computation).toMatchObject({ engine: 'plan', threads: 1 });
    expect(await listRuns()).toMatchObject([{ computation, epochs: 5 }]);
    // As it was opened is no longer as it is stored.
    await two.bench.setEpochs(3);
    await two.bench.save();
    expect(await listRuns()).toMatchObject([{ computation, epochs: 3 }]);
    const [kept, opened] = [await one.bench.model({ at: 1 }), await two.bench.model({ at: 1 })];
    expect(opened).toEqual(kept);
    await two.bench.start();
    const { history } = await two.until(ended);
    expect(figures(history)).toEqual(figures((await straight()).history));
    await two.bench.pause();
    expect(await listRuns()).toMatchObject([{ outcome: { kind: 'completed' } }]);

    await renameRun(stored!.id, 'second');
    expect(await listRuns()).toMatchObject([{ name: 'second' }]);
    // After a rewind another run is stored beside the first.
    await two.bench.rewind();
    await two.bench.start('epoch');
    await two.until((now) => held(now) && now.stored !== null && now.stored.id !== stored!.id);
    expect(await listRuns()).toHaveLength(2);
    expect(await keptEpochs(stored!.id)).toEqual([0, 1, 2, 3]);
    // Any moment of it can be judged, whatever run is open.
    const { data } = await straight();
    for (const { epoch, weights } of await readSnapshots(stored!.id)) {
      const { accuracy, loss, confusionMatrix } = await judgeModel({ spec, weights }, data.test);
      const judged = await two.bench.judgeKept(stored!.id, epoch);
      expect(judged).toEqual({ accuracy, loss, confusionMatrix });
    }
    expect(await two.bench.judgeKept(stored!.id, 4).catch(faultOf)).toMatchObject({
      code: 'no-run',
    });
    // Another run that waits for its data keeps nobody waiting.
    vi.stubGlobal('fetch', () => new Promise(() => undefined));
    const waiting = two.bench.configure({ ...configuration, data: choiceOf('mnist') });
    await two.until(({ phase }) => phase === 'preparing');
    expect(await two.bench.judgeKept(stored!.id, 1)).toHaveProperty('loss');
    expect(two.status().phase).toBe('preparing');
    await two.bench.configure(configuration);
    await waiting;
    vi.unstubAllGlobals();
    for (const { id } of await listRuns()) await deleteRun(id);
    expect(await listRuns()).toEqual([]);
    expect(await readSnapshots(stored!.id)).toEqual([]);
    expect(await two.bench.open(stored!.id).catch(faultOf)).toMatchObject({ code: 'no-run' });
  });

  it('of which only the record is kept is not opened, and says so', async () => {
    const one = await openBench();
    await one.bench.configure(named);
    await one.bench.start('step');
    const { stored } = await one.until((now) => held(now) && now.stored !== null);
    await one.bench.pause();
    const record = await readRun(stored!.id);
    await deleteRun(stored!.id);
    await (await openDatabase()).put('runs', { ...record, hasWeights: false });
    const two = await openBench();
    const fault = await two.bench.open(record.id).catch(faultOf);
    expect(fault).toMatchObject({ code: 'record-only' });
    await deleteRun(record.id);
  });

  it('becomes two where two pages go on with it, and keeps the name it got meanwhile', async () => {
    const one = await openBench();
    await one.bench.configure(named);
    await one.bench.start('epoch');
    const { stored } = await one.until((now) => held(now) && now.stored !== null);
    const { id } = stored!;
    const two = await openBench();
    await two.bench.open(id);
    await two.bench.setLearningRate(0.001);
    await two.bench.start('epoch');
    await two.until((now) => held(now) && now.position.epoch === 2);
    await two.bench.pause();
    await renameRun(id, 'theirs');
    await one.bench.start('step');
    await one.until((now) => held(now) && now.stored?.id !== id);
    await one.bench.pause();
    await two.bench.start('step');
    await two.until((now) => held(now) && now.position.step === 1);
    await two.bench.pause();
    const runs = await listRuns();
    expect(runs.map(({ name, position }) => [name, position.epoch, position.step]).sort()).toEqual([
      ['first', 1, 1],
      ['theirs', 2, 1],
    ]);
    expect(two.status().stored?.id).toBe(id);
    for (const run of runs) await deleteRun(run.id);
  });

  it('goes on where the browser has no room for it, says so, and stores it once there is', async () => {
    const { prototype } = IDBObjectStore;
    const put = Object.getOwnPropertyDescriptor(prototype, 'put')!;
    const refuse = () => Promise.reject(new DOMException('no room', 'QuotaExceededError'));
    Object.defineProperty(prototype, 'put', { ...put, value: refuse });
    const { bench, until } = await openBench();
    try {
      await bench.configure(named);
      await bench.start('epoch');
      const { storageFault, stored } = await until((now) => held(now) && now.storageFault !== null);
      expect(stored).toBeNull();
      expect(storageFault?.code).toBe('storage-full');
      expect(storageFault?.message).toContain('2 snapshots of 0.1 MB');
    } finally {
      Object.defineProperty(prototype, 'put', put);
    }
    await bench.start('epoch');
    const { stored } = await until((now) => now.stored !== null && held(now));
    expect((await readSnapshots(stored!.id)).map(({ epoch }) => epoch)).toEqual([0, 1, 2]);
    await deleteRun(stored!.id);
  });

  it('reads own data from this browser, and says when it has changed since', async () => {
    const database = await openDatabase();
    const own = { id: 'mine', name: 'My digits' };
    const small = { trainSize: 60, testSize: 20 };
    await database.put('datasets', { ...own, ...syntheticDigits({ ...small, seed: 1 }) });
    const one = await openBench();
    await one.bench.configure({ ...named, data: { kind: 'own', id: 'mine' } });
    await one.bench.start('step');
    await one.until(({ stored }) => stored !== null);
    const { id } = one.status().stored!;
    await database.put('datasets', { ...own, ...syntheticDigits({ ...small, seed: 2 }) });
    const two = await openBench();
    expect(await two.bench.open(id).catch(faultOf)).toMatchObject({ code: 'data-changed' });
    // Gone altogether, the model can still be asked.
    await database.delete('datasets', 'mine');
    const three = await openBench();
    await three.bench.open(id);
    const { probabilities } = await three.bench.predict({ inputs: new Uint8Array(784) });
    expect(probabilities).toHaveLength(10);
    expect(await three.bench.start().catch(faultOf)).toMatchObject({ code: 'data-missing' });
  });
});
