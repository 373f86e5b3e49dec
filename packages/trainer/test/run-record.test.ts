import { selectBackend } from '@manabi/backends';
import { datasetHash } from '@manabi/datasets';
import { encodeModel, type Model } from '@manabi/models';
import {
  createCallback,
  createRunRecord,
  decodeRunRecord,
  describeRun,
  encodeRunRecord,
  evaluate,
  fit,
  history,
  judgeModel,
  type CallbackSpec,
  type RunRecord,
} from '@manabi/trainer';
import { beforeAll, describe, expect, it } from 'vitest';
import { clusters, clustersModel } from './clusters.js';
import { outcome } from './collect.js';

const data = { train: clusters(60), test: clusters(30) };
const settings = { epochs: 3, batchSize: 8, seed: 4, validationSplit: 0.2 } as const;
const specs: CallbackSpec[] = [
  { type: 'learningRateSchedule', schedule: { type: 'exponential', factor: 0.5 } },
  { type: 'earlyStopping', monitor: 'loss', patience: 2 },
];

let record: RunRecord;
let trained: Model;
beforeAll(async () => {
  await selectBackend({ backend: 'cpu' });
  const model = clustersModel(4);
  const source = { reference: 'idx:./clusters', options: { trainSize: 60 } };
  const asked = { data, source, spec: model.spec, settings, callbacks: specs, initialSeed: 4 };
  const description = await describeRun(asked);
  const epochs = history();
  const callbacks = [...specs.map(createCallback), epochs];
  const end = await outcome(fit(model, data, settings, { callbacks }));
  trained = end.model;
  const test = await judgeModel(trained, data.test);
  const place = { versions: { '@manabi/trainer': '0.0.0' }, runtime: 'test' };
  record = createRunRecord(description, { end, epochs: epochs.epochs, test, ...place });
});

describe('a run record', () => {
  it('is read as it was written', () => {
    expect(decodeRunRecord(encodeRunRecord(record))).toEqual(record);
  });

  it('says what was learned from, how, and what came of it', async () => {
    expect(record).toMatchObject({
      format: 'manabi-run/1',
      data: {
        reference: 'idx:./clusters',
        train: { examples: 60, sha256: await datasetHash(data.train) },
        test: { examples: 30, sha256: await datasetHash(data.test) },
      },
      settings: { ...settings, shuffle: true, optimizer: { type: 'adam', learningRate: 0.001 } },
      callbacks: specs,
      environment: { backend: 'cpu', engine: 'plan', threads: 1 },
      result: { outcome: 'completed', epochs: 3 },
    });
    expect(record.history.map(({ learningRate }) => learningRate)).toEqual([0.001, 5e-4, 2.5e-4]);
  });

  it('names the weights by the hash that their file has', () => {
    const { json } = encodeModel(trained);
    const { weights } = JSON.parse(json) as { weights: { sha256: string } };
    expect(record.weightsSha256).toBe(weights.sha256);
  });

  it('judges as evaluate does, and lists wrong answers, the most certain first', async () => {
    const { samples, loss, accuracy, confusionMatrix, classes, macroAverage } = await evaluate(
      trained,
      data.test,
    );
    const figures = { loss, accuracy, confusionMatrix, classes, macroAverage };
    expect(record.test).toMatchObject({ examples: samples, ...figures });
    const { predictions, mistakes } = record.test!;
    expect(predictions.map(({ index }) => index)).toEqual(Array.from({ length: 12 }, (_, i) => i));
    for (const { probabilities } of predictions) {
      expect(probabilities.reduce((a, b) => a + b)).toBeCloseTo(1, 12);
    }
    const wrong = Math.round((1 - record.test!.accuracy) * 30);
    expect(mistakes).toHaveLength(Math.min(12, wrong));
    expect(mistakes.every(({ label, predicted }) => label !== predicted)).toBe(true);
    const certainties = mistakes.map(({ probabilities, predicted }) => probabilities[predicted]!);
    expect(certainties).toEqual(certainties.toSorted((a, b) => b - a));
  });

  it('is read with keys that a later version adds', () => {
    expect(decodeRunRecord(JSON.stringify({ ...record, note: 'later' }))).toEqual(record);
  });
});

describe('decodeRunRecord', () => {
  it.each([
    ['', 'run record: expected JSON'],
    ['null', 'run record: expected format "manabi-run/1", got no format'],
    ['{"format":"manabi-run/2"}', 'expected format "manabi-run/1", got "manabi-run/2"'],
    ['{"format":"manabi-run/1"}', 'run record data: expected an object, got nothing'],
  ])('refuses %s', (json, message) => {
    expect(() => decodeRunRecord(json)).toThrow(message);
  });

  it('names the place of a wrong value', () => {
    const history = [{ ...record.history[0]!, loss: 'low' }];
    const json = JSON.stringify({ ...record, history });
    expect(() => decodeRunRecord(json)).toThrow(
      'run record history[0].loss: expected a finite number, got "low"',
    );
  });
});
