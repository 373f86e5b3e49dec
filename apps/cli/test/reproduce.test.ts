import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunRecord } from '@manabi/trainer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jsonLines, manabi } from './manabi.js';

const iris = ['train', '--dataset', 'iris', '--hidden', '8', '--backend', 'cpu', '--epochs', '20'];
const callbacks = ['--learning-rate-schedule', 'step:5:0.5', '--early-stopping', '9'];
const rest = ['--learning-rate', '0.01', '--validation-split', '0.2', '--seed', '3'];

let folder: string;
let file: string;
let record: RunRecord;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'manabi-reproduce-'));
  file = join(folder, 'run.json');
  const { exitCode } = await manabi([...iris, ...callbacks, ...rest, '--record', file]);
  expect(exitCode).toBe(0);
  record = JSON.parse(await readFile(file, 'utf8')) as RunRecord;
});
afterAll(() => rm(folder, { recursive: true }));

async function written(name: string, content: unknown): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

describe('reproduce', () => {
  it('finds every number equal on the same engine, and records the repetition', async () => {
    const again = join(folder, 'again.json');
    const { exitCode, stdout } = await manabi(['reproduce', file, '--record', again]);
    expect(stdout).toContain('Reproduced exactly');
    expect(exitCode).toBe(0);
    const { history, weightsSha256, test } = JSON.parse(await readFile(again, 'utf8')) as RunRecord;
    expect({ weightsSha256, test }).toEqual({
      weightsSha256: record.weightsSha256,
      test: record.test,
    });
    expect(history).toHaveLength(record.history.length);
  });

  it.each([[['--engine', 'autodiff']], [['--backend', 'wasm']]])(
    'compares within a stated tolerance elsewhere: %j',
    async (words) => {
      const { exitCode, stdout } = await manabi(['reproduce', file, ...words]);
      expect(stdout).toContain('losses may differ by 5 % or 0.02 nats');
      expect(stdout).toContain('Reproduced within the tolerance.');
      expect(exitCode).toBe(0);
    },
  );

  it('compares a run with relaxed SIMD within the tolerance, whether it is here or not', async () => {
    const plain = join(folder, 'plain.json');
    const words = ['--backend', 'wasm', ...rest, '--record', plain];
    expect((await manabi([...iris, ...words])).exitCode).toBe(0);
    const wasm = JSON.parse(await readFile(plain, 'utf8')) as RunRecord;
    const relaxed = await written('relaxed.json', {
      ...wasm,
      settings: { ...wasm.settings, relaxedSimd: true },
      weightsSha256: '0'.repeat(64),
    });
    const { exitCode, stdout } = await manabi(['reproduce', relaxed]);
    expect(stdout).toContain('recorded on wasm (plan with relaxed SIMD)');
    expect(stdout).toContain('Reproduced within the tolerance.');
    expect(exitCode).toBe(0);
  });

  it('says what does not match, and fails', async () => {
    const more = [...record.history, { ...record.history[0]!, epoch: 21 }];
    for (const [changes, message] of [
      [{ weightsSha256: '0'.repeat(64) }, 'weights: expected 0000'],
      [{ history: more }, `epochs: expected ${more.length}, got ${more.length - 1}`],
    ] as const) {
      const changed = await written('changed.json', { ...record, ...changes });
      const { exitCode, stdout } = await manabi(['reproduce', changed]);
      expect(stdout).toContain(message);
      expect(stdout).toContain('Not reproduced.');
      expect(exitCode).toBe(1);
    }
  });

  it('fails by one bit in one loss, and by a loss outside the tolerance elsewhere', async () => {
    const withLoss = (loss: number) =>
      written('loss.json', {
        ...record,
        history: record.history.map((epoch, i) => (i === 4 ? { ...epoch, loss } : epoch)),
      });
    const { loss } = record.history[4]!;
    const words = ['reproduce', await withLoss(loss + 2 ** -52), '--json'];
    const { exitCode, stdout } = await manabi(words);
    expect(jsonLines(stdout)[0]).toMatchObject({
      standard: 'bits',
      matches: false,
      differences: [{ figure: 'epoch 5 loss', got: loss, isWithin: false }],
    });
    expect(exitCode).toBe(1);
    const far = ['reproduce', await withLoss(loss * 1.2), '--engine', 'autodiff', '--json'];
    const elsewhere = await manabi(far);
    expect(elsewhere.exitCode).toBe(1);
    expect(jsonLines(elsewhere.stdout)[0]).toMatchObject({ standard: 'tolerance', matches: false });
  });

  it('refuses other data, files that are none, and runs that were interrupted', async () => {
    const { data, result } = record;
    const other = { ...data, train: { ...data.train, sha256: 'f'.repeat(64) } };
    const nowhere = { ...data, reference: 'idx:/nowhere', options: {} };
    for (const [name, content, message] of [
      [
        'data.json',
        { ...record, data: other },
        'to learn from: expected 120 examples with SHA-256 f',
      ],
      ['nowhere.json', { ...record, data: nowhere }, '/nowhere: expected a folder'],
      ['text.json', 'hello', 'run record: expected JSON'],
      ['array.json', [], 'expected format "manabi-run/1", got no format'],
      ['cut.json', { ...record, result: { ...result, outcome: 'aborted' } }, 'interrupted'],
    ] as const) {
      const { exitCode, stdout, stderr } = await manabi([
        'reproduce',
        await written(name, content),
      ]);
      expect({ exitCode, stdout }).toEqual({ exitCode: 3, stdout: '' });
      expect(stderr).toContain(message);
    }
    const { exitCode, stderr } = await manabi(['reproduce', join(folder, 'missing.json')]);
    expect(exitCode).toBe(3);
    expect(stderr).toContain('missing.json: expected a run record, got no such file or folder');
  });

  it.skipIf(process.env.MANABI_DATA_DIR === undefined)(
    'repeats the MLP on MNIST to the last bit (needs MANABI_DATA_DIR)',
    { timeout: 120_000 },
    async () => {
      const mnist = join(folder, 'mnist.json');
      const train = ['train', '--dataset', 'mnist', '--epochs', '1', '--backend', 'wasm'];
      expect((await manabi([...train, '--record', mnist])).exitCode).toBe(0);
      const { exitCode, stdout } = await manabi(['reproduce', mnist, '--threads', '1']);
      expect(stdout).toContain('Reproduced exactly');
      expect(exitCode).toBe(0);
    },
  );
});
