import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jsonLines, manabi, onFirst, startManabi } from './manabi.js';

/** Seconds of training at most: 120 flowers, plain JavaScript. */
const iris = ['train', '--dataset', 'iris', '--hidden', '8', '--backend', 'cpu'];
/** Would train for hours: only an interruption ends it. */
const endless = [...iris, '--epochs', '1000000'];

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'manabi-cli-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('train --json', () => {
  it('prints one event a line and nothing else', async () => {
    const words = [...iris, '--epochs', '3', '--validation-split', '0.2', '--json'];
    const { exitCode, stdout, stderr } = await manabi(words);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    const events = jsonLines(stdout);
    expect(events[0]).toMatchObject({ type: 'runStart', backend: 'cpu', epochs: 3, trainSize: 96 });
    const epochs = events.filter(({ type }) => type === 'epochEnd');
    expect(epochs.map(({ epoch }) => epoch)).toEqual([1, 2, 3]);
    for (const epoch of epochs) {
      expect(Object.keys(epoch)).toEqual(
        expect.arrayContaining([
          ...['epoch', 'loss', 'accuracy', 'valLoss', 'valAccuracy'],
          ...['durationMs', 'trainDurationMs'],
        ]),
      );
      expect(epoch.valLoss).toEqual(expect.any(Number));
    }
    const end = events.at(-1)!;
    expect(end).toMatchObject({ type: 'runEnd', epochs: 3, backend: 'cpu', threads: 1, seed: 1 });
    for (const figure of ['testLoss', 'testAccuracy', 'durationMs', 'samplesPerSecond']) {
      expect(end[figure]).toEqual(expect.any(Number));
    }
    expect(end).toHaveProperty('engine');
    expect(end).not.toHaveProperty('model');
  });

  it('prints the same history for the same seed, and another for another', async () => {
    const history = async (seed: string) => {
      const { stdout } = await manabi([...iris, '--epochs', '2', '--json', '--seed', seed]);
      return jsonLines(stdout)
        .filter(({ type }) => type === 'epochEnd')
        .map(({ loss, accuracy }) => ({ loss, accuracy }));
    };
    const first = await history('7');
    expect(await history('7')).toEqual(first);
    expect(await history('8')).not.toEqual(first);
  });

  it.each([
    { words: ['--engine', 'autodiff'], engine: 'autodiff', threads: 1 },
    {
      words: ['--engine', 'plan', '--backend', 'wasm', '--threads', '2'],
      engine: 'plan',
      threads: 2,
    },
  ])('trains with $words', async ({ words, engine, threads }) => {
    const { stdout } = await manabi([...iris, '--epochs', '2', '--json', ...words]);
    const events = jsonLines(stdout);
    expect(events[0]).toMatchObject({ type: 'runStart', engine, threads, engineReason: null });
    expect(events.at(-1)).toMatchObject({ type: 'runEnd', engine, threads });
  });

  it('stays JSON and fails when the loss is no longer a number', async () => {
    const words = [...iris, '--optimizer', 'sgd', '--learning-rate', '1e30', '--json'];
    const { exitCode, stdout } = await manabi(words);
    expect(exitCode).toBe(1);
    const end = jsonLines(stdout).at(-1)!;
    expect(end).toMatchObject({ type: 'runEnd', outcome: 'diverged', testLoss: null });
  });

  it('ends quietly when its reader has seen enough', async () => {
    const { child, lines, finished } = startManabi([...endless, '--json']);
    lines.once('line', () => child.stdout!.destroy());
    const { exitCode, stderr } = await finished;
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  });
});

describe('train for people', () => {
  it('says what it trains, one line for each epoch, and the result', async () => {
    const { exitCode, stdout, stderr } = await manabi([...iris, '--epochs', '2']);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    const lines = stdout.trimEnd().split('\n');
    expect(lines[0]).toBe('iris: 120 examples to learn from, 30 to test on, 4 features, 3 classes');
    // 4 x 8 + 8 weights and biases, then 8 x 3 + 3.
    expect(lines[1]).toMatch(/^mlp: 67 parameters; adam, 2 epochs, batches of 8, seed 1, on cpu/);
    expect(lines[2]).toMatch(/^epoch 1\/2 · loss \d\.\d{4} · accuracy \d\.\d{4} · /);
    expect(lines[3]).toMatch(/^epoch 2\/2 · /);
    expect(lines[4]).toMatch(/^Test: accuracy \d+\.\d{2} %, loss \d\.\d{4} \(30 examples/);
    expect(stdout).not.toContain('\u001b');
  });

  it('learns the irises as it comes', async () => {
    const { stdout } = await manabi([...iris, '--json']);
    expect(jsonLines(stdout).at(-1)!.testAccuracy).toBeGreaterThanOrEqual(0.95);
  });

  it('prints only the result with --quiet', async () => {
    const { stdout } = await manabi([...iris, '--epochs', '1', '--quiet']);
    expect(stdout).toMatch(/^Test: accuracy/);
  });

  it('stops early and says why', async () => {
    const words = [...iris, '--epochs', '500', '--learning-rate', '0.5', '--early-stopping', '2'];
    const { exitCode, stdout } = await manabi([...words, '--validation-split', '0.2']);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^Stopped early: no better valLoss/m);
  });

  it('follows a learning rate schedule', async () => {
    const words = [...iris, '--epochs', '3', '--learning-rate', '0.1', '--json'];
    const { stdout } = await manabi([...words, '--learning-rate-schedule', 'exponential:0.5']);
    const rates = jsonLines(stdout).filter(({ type }) => type === 'epochEnd');
    expect(rates.map(({ learningRate }) => learningRate)).toEqual([0.1, 0.05, 0.025]);
  });

  it('draws test examples with their bars, in colour only where wanted', async () => {
    const words = ['train', '--train-size', '64', '--test-size', '8', '--epochs', '1'];
    const show = [...words, '--backend', 'cpu', '--show', '2'];
    const { stdout } = await manabi(show);
    expect(stdout.match(/\(true: \d\)/g)).toHaveLength(2);
    expect(stdout).not.toContain('\u001b');
    expect((await manabi(show, { env: { FORCE_COLOR: '3' } })).stdout).toContain('\u001b[38;2;');
    const both = { FORCE_COLOR: '3', NO_COLOR: '1' };
    expect((await manabi(show, { env: both })).stdout).not.toContain('\u001b');
  });

  it('reads a specification from a file', async () => {
    const file = join(folder, 'spec.json');
    const spec = { inputShape: [4], layers: [{ type: 'dense', units: 3, activation: 'softmax' }] };
    await writeFile(file, JSON.stringify(spec));
    const words = ['train', '--dataset', 'iris', '--model', file, '--backend', 'cpu'];
    const { exitCode, stdout } = await manabi([...words, '--epochs', '1']);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('15 parameters');
  });
});

describe('train --out', () => {
  it('saves a model that other commands read', async () => {
    const out = join(folder, 'iris モデル');
    const trained = await manabi([...iris, '--epochs', '5', '--json', '--out', out]);
    const { testLoss, testAccuracy } = jsonLines(trained.stdout).at(-1)!;
    for (const model of [out, join(out, 'model.json')]) {
      const { exitCode, stdout } = await manabi(['evaluate', model, '--backend', 'cpu', '--json']);
      expect(exitCode).toBe(0);
      const [evaluation] = jsonLines(stdout);
      expect(evaluation!.testAccuracy).toBe(testAccuracy);
      expect(evaluation!.testLoss).toBeCloseTo(testLoss as number, 5);
      const matrix = evaluation!.confusionMatrix as number[][];
      expect(matrix.flat().reduce((sum, count) => sum + count)).toBe(30);
      expect(evaluation!.classes).toHaveLength(3);
      expect(evaluation!.classes).toContainEqual(
        expect.objectContaining({
          name: 'setosa',
          support: 10,
          recall: expect.any(Number) as number,
        }),
      );
    }
    const threads = ['--backend', 'wasm', '--threads', '2'];
    const judged = await manabi(['evaluate', out, ...threads]);
    expect(judged.stdout).toContain('iris, computed by plan (2 threads) on wasm: accuracy');
    const { stdout } = await manabi(['inspect', out]);
    expect(stdout).toContain('Total params: 67');
    expect(stdout).toContain('Trained on: iris');
  });

  it('is checked before training', async () => {
    const file = join(folder, 'file');
    await writeFile(file, 'not a folder');
    const blocked = [file, join(file, 'inside'), '/proc/manabi'];
    for (const out of blocked) {
      const { exitCode, stdout, stderr } = await manabi([...endless, '--out', out]);
      expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
      expect(stderr).toContain('--out: expected a folder that can be written to');
    }
  });

  it('overwrites no file that is not a model', async () => {
    const out = await mkdtemp(join(folder, 'other-'));
    await writeFile(join(out, 'model.json'), '{"mine": true}');
    const { exitCode, stdout } = await manabi([...endless, '--out', out]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 3, stdout: '' });
    expect(await readFile(join(out, 'model.json'), 'utf8')).toBe('{"mine": true}');
  });
});

describe('interruption', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('%s saves the model so far and exits with %i', async (signal, code) => {
    const out = join(folder, signal);
    const { child, lines, finished } = startManabi([...endless, '--json', '--out', out]);
    onFirst(lines, '{"type":"epochEnd"', () => child.kill(signal));
    const { exitCode, stdout, stderr } = await finished;
    expect(exitCode).toBe(code);
    expect(jsonLines(stdout).at(-1)).toMatchObject({ type: 'runEnd', outcome: 'aborted' });
    expect(stderr).toContain(`the model so far is in ${out}`);
    expect((await manabi(['inspect', out])).exitCode).toBe(0);
  });

  it('without --out says that nothing was saved', async () => {
    const { child, lines, finished } = startManabi(endless);
    onFirst(lines, 'epoch 1/', () => child.kill('SIGINT'));
    const { exitCode, stderr } = await finished;
    expect(exitCode).toBe(130);
    expect(stderr).toContain('nothing was saved');
  });
});

describe('errors', () => {
  it('have no stack trace, unless --debug asks for it', async () => {
    const words = ['train', '--dataset', 'idx:/nowhere'];
    const plain = await manabi(words);
    expect(plain.exitCode).toBe(3);
    expect(plain.stderr).toMatch(/^error: \/nowhere: expected a folder, got nothing there/);
    expect(plain.stderr).not.toMatch(/^ +at /m);
    const debug = await manabi([...words, '--debug']);
    expect(debug.exitCode).toBe(3);
    expect(debug.stderr).toMatch(/^ +at /m);
  });

  it.each([
    ['not JSON', 'expected JSON'],
    ['{"inputShape":[4],"layers":[{"type":"dens","units":3}]}', 'dens'],
    ['{"inputShape":[5],"layers":[{"type":"dense","units":3}]}', '[5]'],
    ['null', 'null'],
  ])('name what is wrong with a specification: %s', async (text, fault) => {
    const file = join(folder, 'bad.json');
    await writeFile(file, text);
    const { exitCode, stderr } = await manabi(['train', '--dataset', 'iris', '--model', file]);
    expect(exitCode).toBe(3);
    expect(stderr).toContain(fault);
  });

  it('refuse a model that does not fit the data', async () => {
    const { exitCode, stderr } = await manabi(['train', '--dataset', 'iris', '--model', 'cnn']);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/^error: .*conv1/);
  });
});

it('runs in a folder that cannot be written to', async () => {
  const cwd = await mkdtemp(join(folder, 'read-only-'));
  await chmod(cwd, 0o555);
  const { exitCode } = await manabi([...iris, '--epochs', '1'], { cwd });
  expect(exitCode).toBe(0);
  expect(await readdir(cwd)).toEqual([]);
});
