import { mkdtemp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeEventFile } from '@manabi/test-utils';
import { decode } from 'fast-png';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jsonLines, manabi, onFirst, startManabi } from './manabi.js';

const iris = ['train', '--dataset', 'iris', '--hidden', '8', '--backend', 'cpu'];

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'manabi-sinks-'));
});
afterAll(() => rm(folder, { recursive: true }));

function sinksIn(name: string): string[] {
  const at = (file: string) => join(folder, name, file);
  return ['--csv', at('run.csv'), '--ndjson', at('run.ndjson'), '--tensorboard', at('board')];
}

async function eventFile(name: string, part: string): Promise<Uint8Array> {
  const files = await readdir(join(folder, name, 'board', part));
  expect(files).toHaveLength(1);
  return readFile(join(folder, name, 'board', part, files[0]!));
}

describe('train --csv --ndjson --tensorboard', () => {
  it('writes the same history to all of them, and replaces a former run', async () => {
    const words = [...iris, '--validation-split', '0.2', ...sinksIn('all')];
    expect((await manabi([...words, '--epochs', '2'])).exitCode).toBe(0);
    const { exitCode, stderr } = await manabi([...words, '--epochs', '3']);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });

    const events = jsonLines(await readFile(join(folder, 'all/run.ndjson'), 'utf8'));
    const epochs = events.filter(({ type }) => type === 'epochEnd');
    expect(epochs).toHaveLength(3);
    expect(events.at(-1)).toMatchObject({ type: 'runEnd' });

    const [header, ...rows] = (await readFile(join(folder, 'all/run.csv'), 'utf8')).split('\n');
    expect(header).toBe(
      'epoch,loss,accuracy,valLoss,valAccuracy,learningRate,durationMs,trainDurationMs',
    );
    expect(rows.pop()).toBe('');
    expect(rows.map((row) => row.split(',').map(Number).slice(0, 5))).toEqual(
      epochs.map(({ epoch, loss, accuracy, valLoss, valAccuracy }) => [
        epoch,
        ...[loss, accuracy, valLoss, valAccuracy],
      ]),
    );

    const losses = async (part: string) =>
      decodeEventFile(await eventFile('all', part)).flatMap(({ values }) =>
        values.flatMap(({ tag, scalar }) => (tag === 'epoch_loss' ? [scalar] : [])),
      );
    expect(await losses('train')).toEqual(epochs.map(({ loss }) => Math.fround(loss as number)));
    expect(await losses('validation')).toEqual(
      epochs.map(({ valLoss }) => Math.fround(valLoss as number)),
    );
  });

  it('pictures first weights of images as PNG files', async () => {
    const words = ['train', '--dataset', 'synthetic-digits', '--hidden', '4', '--backend', 'cpu'];
    const few = ['--train-size', '20', '--test-size', '10', '--epochs', '1'];
    const { exitCode } = await manabi([...words, ...few, ...sinksIn('digits')]);
    expect(exitCode).toBe(0);
    const values = decodeEventFile(await eventFile('digits', 'train')).flatMap(
      ({ values }) => values,
    );
    const [image] = values.flatMap(({ tag, image }) =>
      tag === 'first_layer_weights' && image ? [image] : [],
    );
    // Four neurons, 28x28 weights each.
    expect(image).toMatchObject({ width: 57, height: 57, colorspace: 1 });
    expect(decode(image!.bytes, { checkCrc: true })).toMatchObject({ width: 57, height: 57 });
  });

  it('has every epoch of a resumed run once', async () => {
    const state = join(folder, 'state');
    const { child, lines, finished } = startManabi([
      ...[...iris, '--epochs', '60', '--checkpoint', state, '--checkpoint-every', '10'],
      ...sinksIn('resumed'),
    ]);
    onFirst(lines, 'epoch 25/', () => child.kill('SIGKILL'));
    await finished;
    const words = ['train', '--resume', state, ...sinksIn('resumed')];
    const { exitCode, stderr } = await manabi(words);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    const rows = (await readFile(join(folder, 'resumed/run.csv'), 'utf8')).trimEnd().split('\n');
    const all = Array.from({ length: 60 }, (_, i) => i + 1);
    expect(rows.slice(1).map((row) => Number(row.split(',')[0]))).toEqual(all);
    const steps = decodeEventFile(await eventFile('resumed', 'train')).flatMap(
      ({ step, values }) => (values.some(({ tag }) => tag === 'epoch_loss') ? [step] : []),
    );
    expect(steps).toEqual(all);
  });

  it('leaves complete rows when it is killed', async () => {
    const words = [...iris, '--epochs', '1000000', ...sinksIn('killed')];
    const { child, lines, finished } = startManabi(words);
    onFirst(lines, 'epoch 40/', () => child.kill('SIGKILL'));
    expect(await finished).toMatchObject({ signal: 'SIGKILL' });
    const text = await readFile(join(folder, 'killed/run.csv'), 'utf8');
    expect(text.endsWith('\n')).toBe(true);
    const rows = text.trimEnd().split('\n').slice(1);
    expect(rows.length).toBeGreaterThanOrEqual(40);
    rows.forEach((row, i) => {
      expect(row.split(',')).toHaveLength(8);
      expect(row.startsWith(`${i + 1},`)).toBe(true);
    });
    expect(
      jsonLines(await readFile(join(folder, 'killed/run.ndjson'), 'utf8')).length,
    ).toBeGreaterThan(40);
    expect(decodeEventFile(await eventFile('killed', 'train')).length).toBeGreaterThan(40);
  });

  it.each(['--csv', '--ndjson', '--tensorboard'])(
    '%s fails before training where it cannot write, or would write over something else',
    async (option) => {
      const notes = join(folder, `notes${option}`);
      await writeFile(notes, 'keep me');
      for (const path of option === '--tensorboard' ? [notes] : [notes, folder]) {
        const { exitCode, stdout, stderr } = await manabi([...iris, option, path]);
        expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
        expect(stderr).toMatch(
          new RegExp(`^error: ${option}: expected .*, got .*; name another file`),
        );
      }
      expect(await readFile(notes, 'utf8')).toBe('keep me');
    },
  );

  it('leaves nothing behind when nothing was trained', async () => {
    await mkdir(join(folder, 'nothing'));
    const words = ['train', '--dataset', 'idx:/nowhere', '--csv', join(folder, 'nothing/run.csv')];
    expect((await manabi(words)).exitCode).not.toBe(0);
    expect(await readdir(join(folder, 'nothing'))).toEqual([]);
  });
});
