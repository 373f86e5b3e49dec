import 'fake-indexeddb/auto';
import { mkdtemp, mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { syntheticDigits } from '@manabi/datasets';
import { decodeModel, encodeModel, initializeModel, mlp } from '@manabi/models';
import { loadModel } from '@manabi/models/node';
import { compareRuns, decodeRunRecord, evaluate } from '@manabi/trainer';
import { unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { repeatRun, writtenDigits, writtenRun } from '../../../test/command-line-run.js';
import { keepDataset } from '../../lab/data/own/dataset-store.js';
import { hashData } from '../../training/load-data.js';
import { emptyStatus, type RunStatus } from '../../training/run-status.js';
import type { RunConfiguration } from '../../training/run-configuration.js';
import { WorkbenchHost } from '../../training/workbench-host.js';
import { listRuns, readRun } from '../run-store.js';
import { importRun } from './import-run.js';

// Of the browser that a run was trained in.
vi.stubGlobal('navigator', { userAgent: 'test' });

const digits = { kind: 'synthetic-digits', ...writtenDigits, seed: 1 } as const;
const spec = mlp({ inputShape: [28, 28, 1], classes: 10, hidden: [8] });
const settings = {
  ...{ epochs: 2, batchSize: 20, seed: 3, validationSplit: 0.1 },
  optimizer: { type: 'adam', learningRate: 0.01 },
} as const;
const configuration: RunConfiguration = {
  ...{ data: digits, spec, settings, backend: 'cpu', name: 'My run · 1' },
};

function openHost() {
  const host = new WorkbenchHost({ dataFolder: 'http://localhost/data/' });
  let status: RunStatus = emptyStatus;
  let wake: (() => void) | undefined;
  void host.listen((news) => {
    status = news;
    wake?.();
  });
  const until = async (fits: (status: RunStatus) => boolean) => {
    while (!fits(status)) await new Promise<void>((resolve) => (wake = resolve));
    return status;
  };
  return { host, until };
}

async function trained(change: Partial<RunConfiguration> = {}) {
  const { host, until } = openHost();
  await host.configure({ ...configuration, ...change });
  await host.start();
  await until(({ phase }) => phase === 'ended');
  return { host, until };
}

const unpack = (bytes: Uint8Array) => new Map(Object.entries(unzipSync(bytes)));
const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);
const unpackModel = (bytes: Uint8Array) => {
  const [manifest, weights] = [...unpack(bytes).values()];
  return decodeModel(text(manifest), weights!);
};
const file = (name: string, content: string | Uint8Array) =>
  new File([typeof content === 'string' ? content : Uint8Array.from(content)], name);

describe('a run of the page as files', () => {
  it('is read by the packages’ own readers, and its record repeats it to the last bit', async () => {
    const { host } = await trained();
    const { name, bytes, obstacle } = await host.exportRun();
    expect([name, obstacle]).toEqual(['my-run-1.zip', null]);
    const files = unpack(bytes);
    expect([...files.keys()]).toEqual(
      ['model.json', 'weights.bin', 'run.json'].map((one) => `my-run-1/${one}`),
    );
    const folder = await mkdtemp(join(tmpdir(), 'manabi-'));
    for (const [path, content] of files) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), content);
    }
    const { model, metadata } = await loadModel(join(folder, 'my-run-1'));
    const expected = await host.model();
    expect(model.weights).toEqual(expected.weights);
    expect(metadata).toMatchObject({
      dataset: 'synthetic-digits',
      normalization: { kind: 'scale', factor: 1 / 255 },
    });
    const record = decodeRunRecord(text(files.get('my-run-1/run.json')));
    expect(record.test?.confusionMatrix.flat().reduce((a, b) => a + b)).toBe(40);
    expect(compareRuns(record, await repeatRun(record))).toEqual({
      ...{ standard: 'bits', matches: true, differences: [] },
    });
  });

  it('tells an end between epochs, other epochs and another first rate as they were', async () => {
    const { host, until } = openHost();
    await host.configure(configuration);
    await host.setLearningRate(0.005);
    await host.start('epoch');
    await until(({ phase }) => phase === 'paused');
    expect((await host.exportRun()).obstacle).toBe('not-ended');
    await host.stop();
    const { bytes } = await host.exportRun();
    const record = decodeRunRecord(text(unpack(bytes).get('my-run-1/run.json')));
    expect(record.settings).toMatchObject({ epochs: 1, optimizer: { learningRate: 0.005 } });
    expect(compareRuns(record, await repeatRun(record)).matches).toBe(true);
  });

  it('comes without a record where none could repeat it', async () => {
    const { host, until } = openHost();
    await host.configure(configuration);
    await host.start('step');
    await until(({ phase }) => phase === 'paused');
    await host.stop();
    const archive = await host.exportRun();
    expect(archive.obstacle).toBe('within-epoch');
    expect(unpack(archive.bytes).size).toBe(2);
    const other = openHost();
    await other.host.configure(configuration);
    await other.host.start('epoch');
    await other.until(({ phase }) => phase === 'paused');
    await other.host.setLearningRate(0.001);
    await other.host.start();
    await other.until(({ phase }) => phase === 'ended');
    expect((await other.host.exportRun()).obstacle).toBe('rate-changed');
  });

  it('comes without a record where the rate changed within an epoch, also after a reload', async () => {
    const { host, until } = openHost();
    await host.configure(configuration);
    await host.start('step');
    await until(({ phase }) => phase === 'paused');
    await host.setLearningRate(0.001);
    await host.start('step');
    const { stored } = await until(
      ({ phase, position, stored: kept }) =>
        phase === 'paused' && position.step === 2 && kept !== null,
    );
    // Set back, so that the epochs end with the rate that they began with.
    await host.setLearningRate(0.01);
    await host.save();
    const again = openHost();
    await again.host.open(stored!.id);
    await again.host.start();
    const { history } = await again.until(({ phase }) => phase === 'ended');
    expect(history.map(({ learningRate }) => learningRate)).toEqual([0.01, 0.01]);
    expect((await again.host.exportRun()).obstacle).toBe('rate-changed');
    // From the first weights on, with one rate, it can be told again.
    await again.host.rewind();
    await again.host.start();
    await again.until(({ phase }) => phase === 'ended');
    expect((await again.host.exportRun()).obstacle).toBeNull();
  });

  it('goes on after it was ended, and is opened where it ends', async () => {
    const { host, until } = await trained();
    await host.setEpochs(3);
    await host.start();
    const { stored, test } = await until(
      ({ phase, history }) => phase === 'ended' && history.length === 3,
    );
    await host.pause();
    const again = openHost();
    await again.host.open(stored!.id);
    const status = await again.until(({ phase }) => phase === 'ended');
    expect(status).toMatchObject({ epochs: 3, test });
  });
});

describe('files of the command line', () => {
  let files: Awaited<ReturnType<typeof writtenRun>>;
  beforeAll(async () => {
    files = await writtenRun();
  });

  async function kept(chosen: readonly File[]) {
    const found = await importRun(chosen);
    if (found.kind !== 'kept') throw new Error(JSON.stringify(found.problem));
    return found.run;
  }

  it('are a run that answers, and from which training begins as another run', async () => {
    const { json, weights, record, model, data } = files;
    const chosen = [file('model (1).json', json), file('weights.bin', weights)];
    const run = await kept([...chosen, file('run.json', files.recordJson)]);
    expect(run).toMatchObject({
      data: { choice: digits, name: 'synthetic-digits' },
      ...{ firstWeights: 'file', hasWeights: true, epochs: 2, record },
    });
    const { host, until } = openHost();
    await host.open(run.id);
    const opened = await until(({ phase }) => phase === 'ready');
    expect(opened).toMatchObject({ firstWeights: 'file', stored: { id: run.id }, history: [] });
    expect((await host.model()).weights).toEqual(model.weights);
    // Saved again it is what it was.
    const saved = unpack((await host.exportRun()).bytes);
    const [manifest, bytes, recorded] = [...saved.values()];
    expect([text(manifest), bytes]).toEqual([json, weights]);
    expect(decodeRunRecord(text(recorded))).toEqual(record);
    const { loss } = await evaluate(model, data.test);
    expect((await host.examine()).loss).toBe(loss);
    await host.start('epoch');
    const { stored } = await until(
      (now) => now.phase === 'paused' && now.stored !== null && now.stored.id !== run.id,
    );
    await host.pause();
    expect(await readRun(run.id)).toEqual(run);
    expect(await readRun(stored!.id)).toMatchObject({
      firstWeights: 'file',
      position: { epoch: 1 },
    });
    await host.stop();
    expect((await host.exportRun()).obstacle).toBe('opened');
    // Opened again, it still begins with the weights of the file.
    const again = openHost();
    await again.host.open(stored!.id);
    expect((await again.host.model({ at: 0 })).weights).toEqual(model.weights);
  });

  it('are read from a folder in a zip, too', async () => {
    const { json, weights } = files;
    const bytes = new TextEncoder().encode(json);
    const clutter = {
      '__MACOSX/m/._model.json': Uint8Array.of(1),
      'm/notes.txt': Uint8Array.of(1),
    };
    const zip = zipSync({ 'm/model.json': bytes, 'm/weights.bin': weights, ...clutter });
    const run = await kept([file('m.zip', zip)]);
    expect(run).toMatchObject({ record: null, test: null, hasWeights: true });
  });

  it('of a model on unknown data can still be asked', async () => {
    const own = mlp({ inputShape: [4, 4, 1], classes: 2 });
    const normalization = { kind: 'scale', factor: 1 } as const;
    const classNames = ['cat', 'dog'];
    const metadata = { dataset: 'images:./pets', classNames, normalization };
    const model = initializeModel(own, { seed: 1 });
    const { json, weights } = encodeModel(model, metadata);
    const run = await kept([file('model.json', json), file('weights.bin', weights)]);
    expect(run.data).toMatchObject({ name: 'images:./pets', classNames, normalization });
    const { host } = openHost();
    await host.open(run.id);
    const { probabilities } = await host.predict({ inputs: new Uint8Array(16) });
    expect(probabilities).toHaveLength(2);
    // Saved again, it names the same data.
    const again = unpackModel((await host.exportRun()).bytes);
    expect(again.metadata).toEqual(metadata);
  });

  it('of a model that names no data name none when they are saved again', async () => {
    const model = initializeModel(mlp({ inputShape: [4, 4, 1], classes: 2 }), { seed: 1 });
    const { json, weights } = encodeModel(model);
    const run = await kept([file('model.json', json), file('weights.bin', weights)]);
    const { host } = openHost();
    await host.open(run.id);
    const { metadata } = unpackModel((await host.exportRun()).bytes);
    expect(metadata.dataset).toBeUndefined();
  });

  it('are paired with the reader’s own data only where it is the same to the last byte', async () => {
    const [mine, other] = [syntheticDigits({ ...writtenDigits, seed: 2 }), files.data];
    const decoy = await keepDataset('digits', 'idx', other);
    const { record } = files;
    const { train, test } = await hashData(mine);
    const data = {
      ...{ ...record.data, reference: 'idx:./digits' },
      train: { ...record.data.train, sha256: train },
      test: { ...record.data.test, sha256: test },
    };
    const recordFile = file('run.json', JSON.stringify({ ...record, data }));
    expect((await kept([recordFile])).data.choice).toEqual({ kind: 'own', id: 'elsewhere' });
    const { id } = await keepDataset('digits', 'idx', mine);
    expect(id).not.toBe(decoy.id);
    expect((await kept([recordFile])).data.choice).toEqual({ kind: 'own', id });
    // A model alone does not say which set of its form it learned from.
    const { model } = files;
    const { classNames, normalization } = other.train;
    const { json, weights } = encodeModel(model, {
      ...{ dataset: 'idx:./digits', classNames, normalization },
    });
    const alone = await kept([file('model.json', json), file('weights.bin', weights)]);
    expect(alone.data.choice).toEqual({ kind: 'own', id: 'elsewhere' });
  });

  it('with other scaling than the data of this site are judged on numbers as they know them', async () => {
    const { model, data } = files;
    const normalization = { kind: 'scale', factor: 1 / 128 } as const;
    const { classNames } = data.train;
    const metadata = { dataset: 'synthetic-digits', classNames, normalization };
    const { json, weights } = encodeModel(model, metadata);
    const run = await kept([file('model.json', json), file('weights.bin', weights)]);
    const { host } = openHost();
    await host.open(run.id);
    const { test } = syntheticDigits({ trainSize: 0, testSize: 2000, seed: 1 });
    const { loss } = await evaluate(model, { ...test, normalization });
    expect((await host.examine()).loss).toBe(loss);
  });

  it('of a record alone are kept without weights', async () => {
    const { record } = files;
    const run = await kept([file('anything.json', files.recordJson)]);
    expect(run).toMatchObject({ hasWeights: false, record, test: record.test });
    expect(run.configuration.settings).toEqual(record.settings);
    expect(run.history.map(({ loss }) => loss)).toEqual(record.history.map(({ loss }) => loss));
  });
});

describe('files that are none', () => {
  let files: Awaited<ReturnType<typeof writtenRun>>;
  beforeAll(async () => {
    files = await writtenRun();
  });

  async function problem(...chosen: readonly File[]) {
    const before = await listRuns();
    const found = await importRun(chosen);
    expect(await listRuns()).toEqual(before);
    return found.kind === 'refused' ? found.problem : undefined;
  }

  it('are named with what is wrong with them, and nothing is kept', async () => {
    const { json, weights, record } = files;
    const model = file('model.json', json);
    const bin = file('weights.bin', weights);
    const run = (change: object) => file('run.json', JSON.stringify({ ...record, ...change }));
    expect(await problem()).toMatchObject({ kind: 'unknown-files' });
    expect(await problem(file('cat.png', Uint8Array.of(137, 80)))).toEqual({
      ...{ kind: 'unknown-files', files: ['cat.png'] },
    });
    expect(await problem(model)).toEqual({ kind: 'missing-weights' });
    expect(await problem(bin)).toEqual({ kind: 'missing-model' });
    expect(await problem(model, model, bin)).toMatchObject({ kind: 'several' });
    const cut = file('weights.bin', weights.subarray(4));
    expect(await problem(model, cut)).toMatchObject({ kind: 'other-weights' });
    const flipped = weights.slice();
    flipped[9]! ^= 1;
    expect(await problem(model, file('w.bin', flipped))).toMatchObject({ kind: 'other-weights' });
    const half = file('model.json', json.slice(0, json.length / 2));
    expect(await problem(half, bin)).toMatchObject({ kind: 'damaged', file: 'model.json' });
    const later = file('model.json', json.replace('"version": 1', '"version": 2'));
    expect(await problem(later, bin)).toMatchObject({ kind: 'other-version' });
    const huge = file('model.json', json.replace('"units": 8', '"units": 1e9'));
    expect(await problem(huge, bin)).toMatchObject({ kind: 'damaged' });
    expect(await problem(run({ format: 'manabi-run/9' }))).toMatchObject({ kind: 'other-version' });
    expect(await problem(run({ history: 7 }))).toMatchObject({ kind: 'damaged' });
    const evil = { ...record.settings, optimizer: { type: 'evil' } };
    expect(await problem(run({ settings: evil }))).toMatchObject({ kind: 'damaged' });
    const test = { ...record.test!, confusionMatrix: [[1]] };
    expect(await problem(run({ test }))).toMatchObject({ kind: 'damaged' });
    const layers = [{ type: 'dense', units: 10 }];
    expect(await problem(run({ spec: { ...spec, layers } }))).toMatchObject({ kind: 'damaged' });
    const other = run({ weightsSha256: '0'.repeat(64) });
    expect(await problem(model, bin, other)).toEqual({ kind: 'other-record' });
  });

  it('in a zip that is cut off, or claims to hold more than any model, are refused', async () => {
    const { json, weights } = files;
    const bytes = new TextEncoder().encode(json);
    const zip = zipSync({ 'model.json': bytes, 'weights.bin': weights });
    expect(await problem(file('m.zip', zip.subarray(0, 500)))).toMatchObject({ kind: 'damaged' });
    const bomb = zipSync({ 'weights.bin': new Uint8Array(1000) }, { level: 9 });
    // The size that the directory of the zip claims, in its central header.
    const view = new DataView(bomb.buffer);
    const central = Array.from(bomb.keys()).find((at) => view.getUint32(at) === 0x504b0102)!;
    view.setUint32(central + 24, 4_000_000_000, true);
    expect(await problem(file('bomb.zip', bomb))).toMatchObject({ kind: 'damaged' });
  });
});
