import '@tensorflow/tfjs-backend-cpu';
import { csvLog, csvLogHeader, fit, ndjsonLog, tensorBoard } from '@manabi/trainer';
import type { Callback, Picture, TrainingEvent } from '@manabi/trainer';
import { initializeModel, mlp } from '@manabi/models';
import { setBackend } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { clusters, clustersModel } from './clusters.js';
import { collect, ofType } from './collect.js';
import { expectNoTensorsLeft } from './expect-no-tensors-left.js';
import { decodeEventFile } from '@manabi/test-utils';

beforeAll(async () => {
  await setBackend('cpu');
});
expectNoTensorsLeft();

const data = { train: clusters(40), validation: clusters(12), test: clusters(9) };
const settings = { epochs: 3, batchSize: 10, logEvery: 2 };

async function record(encodePng?: (picture: Picture) => Uint8Array) {
  const files = { train: [] as number[], validation: [] as number[] };
  let seconds = 1_700_000_000;
  const sink = tensorBoard({
    train: (bytes) => void files.train.push(...bytes),
    validation: (bytes) => void files.validation.push(...bytes),
    wallTimeSeconds: () => (seconds += 0.5),
    ...(encodePng && { encodePng }),
  });
  const events = await collect(fit(clustersModel(), data, settings, { callbacks: [sink] }));
  return { files, events };
}

describe('tensorBoard', () => {
  it('writes what a run says, as event files that a reader of the format understands', async () => {
    const { files, events } = await record();
    const [header, ...train] = decodeEventFile(Uint8Array.from(files.train));
    expect(header).toEqual({
      wallTime: 1_700_000_000.5,
      step: 0,
      fileVersion: 'brain.Event:2',
      values: [],
    });
    const scalars = (tag: string) =>
      train.flatMap(({ step, values }) =>
        values.flatMap((value) => (value.tag === tag ? [[step, value.scalar]] : [])),
      );
    const epochs = ofType(events, 'epochEnd');
    expect(scalars('epoch_loss')).toEqual(
      epochs.map(({ epoch, loss }) => [epoch, Math.fround(loss)]),
    );
    expect(scalars('epoch_accuracy')).toEqual(
      epochs.map(({ epoch, accuracy }) => [epoch, Math.fround(accuracy)]),
    );
    expect(scalars('epoch_learning_rate').map(([step]) => step)).toEqual([1, 2, 3]);
    // 4 steps an epoch, said every 2.
    expect(scalars('batch_loss').map(([step]) => step)).toEqual([2, 4, 6, 8, 10, 12]);
    const end = ofType(events, 'runEnd')[0]!;
    expect(scalars('test_loss')).toEqual([[12, Math.fround(end.testLoss!)]]);
    expect(train.map(({ wallTime }) => wallTime)).toEqual(
      [...train.map(({ wallTime }) => wallTime)].sort((a, b) => a - b),
    );

    const validation = decodeEventFile(Uint8Array.from(files.validation));
    expect(validation[0]).toMatchObject({ fileVersion: 'brain.Event:2' });
    expect(validation.slice(1).map(({ values }) => values[0])).toEqual(
      epochs.map(({ valLoss }) => ({ tag: 'epoch_loss', scalar: Math.fround(valLoss!) })),
    );
  });

  it('writes a histogram of every weight after each epoch', async () => {
    const { files, events } = await record();
    const values = decodeEventFile(Uint8Array.from(files.train)).flatMap(({ values }) => values);
    const { model } = ofType(events, 'runEnd')[0]!;
    for (const [name, weights] of Object.entries(model.weights)) {
      const histograms = values.flatMap(({ tag, histogram }) =>
        tag === name && histogram ? [histogram] : [],
      );
      expect(histograms).toHaveLength(3);
      const last = histograms.at(-1)!;
      expect(last).toMatchObject({
        min: Math.min(...weights),
        max: Math.max(...weights),
        count: weights.length,
        sum: weights.reduce((a, b) => a + b, 0),
      });
      expect(last.limits).toHaveLength(last.counts.length);
      expect(last.counts.reduce((a, b) => a + b)).toBe(weights.length);
    }
  });

  it("pictures the first layer's weights where the inputs are images", async () => {
    const images = {
      ...clusters(20),
      inputs: Uint8Array.from({ length: 20 * 16 }, (_, i) => (i * 7) % 256),
      inputShape: [4, 4, 1],
    };
    const model = initializeModel(mlp({ inputShape: [4, 4, 1], classes: 3, hidden: [4] }), {
      seed: 1,
    });
    const bytes: number[] = [];
    const sink = tensorBoard({
      train: (part) => void bytes.push(...part),
      validation: () => expect.unreachable('there is no validation'),
      wallTimeSeconds: () => 0,
      // The rows as they are: which format holds them is the caller's business.
      encodePng: ({ data }) => data,
    });
    await collect(fit(model, { train: images }, { epochs: 1 }, { callbacks: [sink] }));
    const values = decodeEventFile(Uint8Array.from(bytes)).flatMap(({ values }) => values);
    const [picture] = values.flatMap(({ image }) => image ?? []);
    // Four tiles of 4x4 weights, 6 pixels each, with a pixel between.
    expect(picture).toMatchObject({ width: 49, height: 49, colorspace: 1 });
    expect(picture!.bytes).toHaveLength(49 * 49);
  });

  it('says so when a record is cut off or changed', async () => {
    const file = Uint8Array.from((await record()).files.train);
    expect(() => decodeEventFile(file.subarray(0, -1))).toThrow('cut off');
    const changed = file.slice();
    changed[changed.length - 10]! ^= 1;
    expect(() => decodeEventFile(changed)).toThrow('checksum');
  });
});

/** What a sink writes of a run, and the run's events. */
async function written(
  sink: (write: (line: string) => void) => Callback,
  validation: boolean,
): Promise<{ text: string; events: TrainingEvent[] }> {
  let text = '';
  const callback = sink((line) => {
    expect(line.endsWith('\n')).toBe(true);
    text += line;
  });
  const { train, test } = data;
  const source = validation ? data : { train, test };
  const events = await collect(fit(clustersModel(), source, settings, { callbacks: [callback] }));
  return { text, events };
}

describe('csvLog', () => {
  it.each([{ validation: true }, { validation: false }])(
    'writes a row for each epoch: %o',
    async ({ validation }) => {
      const { text, events } = await written(csvLog, validation);
      const names = csvLogHeader.trim().split(',');
      const rows = text
        .trimEnd()
        .split('\n')
        .map((row) => row.split(','));
      const expected = ofType(events, 'epochEnd').map((event) =>
        names.map((name) => String(event[name as 'valLoss'] ?? '')),
      );
      expect(rows).toEqual(expected);
      expect(rows[0]![names.indexOf('valLoss')] === '').toBe(!validation);
    },
  );
});

describe('ndjsonLog', () => {
  it('writes every event as a line, without the model', async () => {
    const { text, events } = await written(ndjsonLog, true);
    const lines = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as TrainingEvent);
    expect(lines.map(({ type }) => type)).toEqual(events.map(({ type }) => type));
    expect(lines.at(-1)).not.toHaveProperty('model');
    expect(lines[0]).toEqual(events[0]);
  });
});
