import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunRecord } from '@manabi/trainer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { killAndResume } from './killed-run.js';
import { jsonLines, manabi, onFirst, startManabi } from './manabi.js';

/** Of every engine below; `MANABI_KILLS=34 npx vitest run test/resume.test.ts` tries over 100. */
const kills = Number(process.env.MANABI_KILLS ?? 2);

let folder: string;
let spec: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'manabi-resume-'));
  spec = join(folder, 'spec.json');
  const dense = { type: 'dense', units: 16, activation: 'relu' };
  const dropout = { type: 'dropout', rate: 0.25 };
  const output = { type: 'dense', units: 3, activation: 'softmax' };
  await writeFile(spec, JSON.stringify({ inputShape: [4], layers: [dense, dropout, output] }));
});
afterAll(() => rm(folder, { recursive: true }));

/** With dropout, a schedule, validation and a callback that remembers. */
const run = (backend: string, epochs = 60) => [
  ...['train', '--dataset', 'iris', '--model', spec, '--backend', backend],
  ...['--epochs', String(epochs), '--validation-split', '0.2', '--seed', '5'],
  ...['--learning-rate-schedule', 'cosine', '--early-stopping', '50'],
  ...['--reduce-on-plateau', '20:0.5', '--gradient-clipping', 'norm:0.5'],
];

/** What must repeat: all but durations. */
function lasting({ history, weightsSha256, result, test }: RunRecord) {
  const { outcome, reason, epochs, testLoss, testAccuracy } = result;
  return {
    history: history.map((epoch) => ({ ...epoch, durationMs: 0, trainDurationMs: 0 })),
    result: { outcome, reason, epochs, testLoss, testAccuracy },
    ...{ weightsSha256, test },
  };
}

async function readRecord(file: string): Promise<RunRecord> {
  return JSON.parse(await readFile(file, 'utf8')) as RunRecord;
}

/** Numbers in [0, 1), the same for the same seed (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

describe('a run killed with SIGKILL and resumed', () => {
  it.each([
    { backend: 'cpu', more: [] },
    { backend: 'wasm', more: ['--threads', '2'] },
    { backend: 'wasm', more: ['--engine', 'autodiff'] },
  ])(
    'ends with the weights and the history of one that never stopped: $backend $more',
    { timeout: 60_000 + kills * 20_000 },
    async ({ backend, more }) => {
      const words = [...run(backend), ...more];
      const reference = join(folder, 'reference.json');
      expect((await manabi([...words, '--record', reference])).exitCode).toBe(0);
      const expected = lasting(await readRecord(reference));
      const place = join(folder, `${backend}${more.join('')}`);
      let ended = 0;
      const { tried, whileWriting } = await killAndResume(
        words,
        place,
        kills,
        randomNumbers(kills),
        (record) => {
          expect(lasting(record)).toEqual(expected);
          ended++;
        },
      );
      expect(tried).toBe(kills);
      process.stderr.write(
        `${backend} ${more.join(' ')}: ${tried} kills survived of ${tried}, ${whileWriting} while a checkpoint was written, ${ended} runs ended\n`,
      );
    },
  );
});

describe('train --checkpoint and --resume', () => {
  const short = () => run('cpu', 3);

  /** A finished run with its checkpoints. */
  async function checkpointed(name: string, more: readonly string[] = []): Promise<string> {
    const place = join(folder, name);
    const { exitCode, stderr } = await manabi([...short(), '--checkpoint', place, ...more]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    return place;
  }

  let finished: string;
  beforeAll(async () => {
    finished = await checkpointed('finished');
  });

  it('keep the latest and the best', async () => {
    const place = await checkpointed('kept', ['--keep', '1', '--checkpoint-every', '5steps']);
    // Epoch 3 is the last and the best: its end, the next epoch's beginning.
    expect((await readdir(place)).sort()).toEqual(['epoch-4-step-0', 'run.json']);
  });

  it('go on from the last whole checkpoint when one is damaged', async () => {
    const place = await checkpointed('damaged');
    const [model, other] = [join(folder, 'model-a'), join(folder, 'model-b')];
    expect((await manabi(['train', '--resume', place, '--out', model])).exitCode).toBe(0);
    await truncate(join(place, 'epoch-4-step-0', 'arrays.bin'), 10);
    const { exitCode, stdout, stderr } = await manabi(['train', '--resume', place, '--out', other]);
    expect(exitCode).toBe(0);
    expect(stderr).toContain('epoch-4-step-0 cannot be used');
    expect(stdout).toContain(`Resuming the run in ${place} at epoch 3.`);
    const weights = (of: string) => readFile(join(of, 'weights.bin'));
    expect(await weights(other)).toEqual(await weights(model));
  });

  it('say that a finished run is finished, and write what is asked for', async () => {
    const place = finished;
    const record = join(folder, 'finished.json');
    const words = ['train', '--resume', place, '--record', record];
    const { exitCode, stdout } = await manabi(words);
    expect(exitCode).toBe(0);
    expect(stdout).toContain(`The run in ${place} is finished: nothing is left to train.`);
    expect(stdout).not.toContain('epoch 3/3');
    expect((await readRecord(record)).history).toHaveLength(3);
  });

  it('go on after Ctrl-C, which says how', async () => {
    const place = join(folder, 'interrupted');
    const words = [...run('cpu', 100_000), '--json', '--checkpoint', place];
    const { child, lines, finished: interrupted } = startManabi(words);
    onFirst(lines, '{"type":"epochEnd"', () => child.kill('SIGINT'));
    const { exitCode, stderr } = await interrupted;
    expect(exitCode).toBe(130);
    expect(stderr).toContain(`continue with: manabi train --resume ${place}`);
    const again = startManabi(['train', '--resume', place, '--json']);
    onFirst(again.lines, '{"type":"epochEnd"', () => again.child.kill('SIGINT'));
    const [start] = jsonLines((await again.finished).stdout);
    const { epoch, history } = (start as { resumed: { epoch: number; history: unknown[] } })
      .resumed;
    expect(epoch).toBeGreaterThan(1);
    expect(history).toHaveLength(epoch - 1);
  });

  it('let one run at a time into a folder, and the next one when it was killed', async () => {
    const place = join(folder, 'shared');
    const first = startManabi([...run('cpu', 100_000), '--json', '--checkpoint', place]);
    await new Promise<void>((resolve) => {
      onFirst(first.lines, '{"type":"epochEnd"', resolve);
    });
    for (const words of [
      [...short(), '--checkpoint', place],
      ['train', '--resume', place],
    ]) {
      const { exitCode, stderr } = await manabi(words);
      expect(exitCode).toBe(2);
      expect(stderr).toContain(`got that of process ${String(first.child.pid)}; stop it first`);
    }
    first.child.kill('SIGKILL');
    await first.finished;
    expect(await readdir(place)).toContain('run.lock');
    const next = startManabi(['train', '--resume', place, '--json']);
    onFirst(next.lines, '{"type":"epochEnd"', () => next.child.kill('SIGINT'));
    expect((await next.finished).exitCode).toBe(130);
    expect(await readdir(place)).not.toContain('run.lock');
  });

  it('end a run whose folder is taken away, and say so', async () => {
    const place = join(folder, 'taken-away');
    const words = [...run('cpu', 100_000), '--json', '--checkpoint', place];
    const { lines, finished: ended } = startManabi(words);
    onFirst(lines, '{"type":"epochEnd"', () => {
      // The run may be writing a checkpoint meanwhile.
      rmSync(place, { recursive: true, maxRetries: 10 });
    });
    const { exitCode, stderr } = await ended;
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/expected (the lock of this run to stay|to save the state of the run)/);
    expect(stderr).not.toContain('This should not happen');
  });

  it.each([
    ['nonsense', 'a run.json that is no JSON'],
    ['null', 'a run.json of something else (format undefined)'],
    ['{"format":"manabi-checkpoints/1","every":{"every":0},"keep":3}', 'how often to save'],
  ])('refuse a run.json that says %s', async (text, got) => {
    const place = join(folder, 'bad-run');
    await mkdir(place, { recursive: true });
    await writeFile(join(place, 'run.json'), text);
    const { exitCode, stderr } = await manabi(['train', '--resume', place]);
    expect(exitCode).toBe(3);
    expect(stderr).toContain(got);
  });

  it.each([
    [['--epochs', '4'], '--epochs: expected 3 as the run that is resumed began, got 4'],
    [['--seed', '6'], '--seed: expected 5'],
    [['--dataset', 'mnist'], '--dataset: expected "iris"'],
    [['--train-size', '50'], '--train-size: expected none'],
    [['--model', 'mlp'], '--model: expected {'],
    [['--optimizer', 'sgd'], '--optimizer: expected "adam"'],
    [['--learning-rate-schedule', 'exponential:0.5'], '--learning-rate-schedule: expected'],
    [['--early-stopping', '2'], '--early-stopping: expected 50'],
    [['--reduce-on-plateau', '2'], '--reduce-on-plateau: expected {"patience":20'],
    [['--gradient-clipping', 'norm:1'], '--gradient-clipping: expected {"type":"norm"'],
    [['--backend', 'wasm'], '--backend: expected "cpu"'],
  ])('refuse %j beside the run that goes on', async (words, message) => {
    const { exitCode, stderr } = await manabi(['train', '--resume', finished, ...words]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(message);
  });

  it('take the options of the run that goes on', async () => {
    const words = [...short(), '--resume', finished, '--threads', '1', '--quiet'];
    expect((await manabi(words)).exitCode).toBe(0);
  });

  it('refuse data that is no longer the same', async () => {
    const place = await checkpointed('other-data');
    const file = join(place, 'run.json');
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace(/("sha256": ")./, '$1?'.replace('?', 'f')));
    const { exitCode, stderr } = await manabi(['train', '--resume', place]);
    expect(exitCode).toBe(3);
    expect(stderr).toContain(
      'examples of "iris" to learn from: expected 120 examples with SHA-256',
    );
  });

  it('refuse folders without a checkpoint, and folders with something in them', async () => {
    const empty = join(folder, 'empty');
    await mkdir(empty);
    for (const place of [empty, join(folder, 'nowhere')]) {
      const { exitCode, stderr } = await manabi(['train', '--resume', place]);
      expect(exitCode).toBe(3);
      expect(stderr).toContain(`--resume ${place}: expected a folder with a checkpoint, got none`);
    }
    for (const [place, got] of [
      [finished, 'one with the checkpoints of a run; continue it with --resume'],
      [folder, 'one with other files'],
      [spec, 'a file where a folder was expected'],
    ] as const) {
      const { exitCode, stderr } = await manabi([...short(), '--checkpoint', place]);
      expect(exitCode).toBe(2);
      expect(stderr).toContain(`--checkpoint ${place}: expected a new or empty folder, got ${got}`);
    }
    const { exitCode } = await manabi([...short(), '--keep', '2']);
    expect(exitCode).toBe(2);
  });
});
