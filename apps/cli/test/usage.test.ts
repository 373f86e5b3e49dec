import { existsSync } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { manabi } from './manabi.js';

describe('wrong usage', () => {
  it.each([
    [['trian'], "unknown command 'trian'", '(Did you mean train?)'],
    [['train', '--epoch', '3'], "unknown option '--epoch'", '(Did you mean --epochs?)'],
    [['train', '--epochs', 'abc'], "'abc' is invalid", 'Expected a whole number from 1.'],
    [['train', '--epochs', '-1'], "'-1' is invalid", 'Expected a whole number from 1.'],
    [['train', '--epochs', '0x10'], "'0x10' is invalid", 'Expected a whole number from 1.'],
    [['train', '--hidden', '128,,64'], "'128,,64' is invalid", 'such as 128 or 128,64'],
    [['train', '--hidden', '0'], "'0' is invalid", 'such as 128 or 128,64'],
    [['train', '--learning-rate', 'NaN'], "'NaN' is invalid", 'greater than 0'],
    [['train', '--validation-split', '1'], "'1' is invalid", 'from 0 up to'],
    [['train', '--optimizer', 'adan'], 'Expected sgd, momentum, rmsprop or adam.', 'mean adam?'],
    [['train', '--backend', 'wsam'], 'Expected auto, webgpu, wasm or cpu.', 'mean wasm?'],
    [['train', '--dataset', 'fashon-mnist'], 'fashon-mnist', 'mean fashion-mnist?'],
    [['train', '--dataset', 'mnist', '--size', '9x9'], '--size', 'images:DIR'],
    [['train', '--dataset', 'mnist', '--test-fraction', '0.5'], '--test-fraction', 'or iris'],
    [['data', 'show', 'iris', '--grey'], '--grey', 'images:DIR'],
    [['train', '--model', 'mpl'], 'mpl', 'mean mlp?'],
    [['train', '--model', '.'], 'the folder .', 'a trained model is for evaluate'],
    [['train', '--out', ''], "'--out <dir>' argument ''", 'Expected a name'],
    [['train', '--record', ''], "'--record <file>' argument ''", 'Expected a name'],
    [['train', '--model', 'cnn', '--hidden', '8'], '--hidden', 'mlp'],
    [['predict', 'seven.png'], "'--model <model>' not specified", 'Help:'],
    [['evaluate'], "missing required argument 'model'", 'Help:'],
    [['data', 'lst'], "unknown command 'lst'", '(Did you mean list?)'],
    [['data', 'fetch', 'mnits'], 'mnits', 'mean mnist?'],
    [['data', 'show', 'iris', '--class', 'virgnica'], 'virgnica', 'mean virginica?'],
    [['data', 'show', 'iris', '--index', '150'], '150', 'from 0 to'],
  ])('%j says what is wrong and what would be right', async (words, fault, remedy) => {
    const { exitCode, stdout, stderr } = await manabi(words);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toMatch(/^error: /);
    expect(stderr).toContain(fault);
    expect(stderr).toContain(remedy);
    expect(stderr).not.toMatch(/^ +at /m);
  });

  it('without a command shows the help', async () => {
    const { exitCode, stdout, stderr } = await manabi([]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain('Usage: manabi');
  });
});

describe('help', () => {
  it('lists every command and the exit codes', async () => {
    const { exitCode, stdout } = await manabi(['--help']);
    expect(exitCode).toBe(0);
    for (const name of [
      ...['train', 'reproduce', 'evaluate', 'predict', 'inspect', 'data', 'backends'],
      ...['report', 'compare', 'init', 'completion', 'bench'],
    ]) {
      expect(stdout).toMatch(new RegExp(`^  ${name}\\b`, 'm'));
    }
    expect(stdout).toContain('Exit codes:\n  0 done');
  });

  it.each([
    [['train']],
    [['evaluate']],
    [['predict']],
    [['inspect']],
    [['data']],
    [['data', 'list']],
    [['data', 'fetch']],
    [['data', 'verify']],
    [['data', 'show']],
    [['backends']],
    [['bench']],
    [['reproduce']],
    [['report']],
    [['compare']],
    [['init']],
    [['completion']],
  ])('%j has a help of its own', async (words) => {
    const { exitCode, stdout } = await manabi([...words, '--help']);
    expect(exitCode).toBe(0);
    expect(stdout).toContain(`Usage: manabi ${words.join(' ')}`);
    // Examples may be longer: a command that is broken could not be copied.
    const [options] = stdout.split('\nExamples:');
    for (const line of options!.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80);
  });

  it('prints the version', async () => {
    expect((await manabi(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

describe('output that cannot be written', () => {
  it.skipIf(!existsSync('/proc')).each([
    ['init', ['init', '/proc/nowhere/manabi.yaml'], 'init'],
    ['report', ['report', 'RECORD', '--out', '/proc/nowhere/report.html'], '--out'],
  ])('is named with a remedy by %s (needs /proc)', async (_, words, option) => {
    const folder = await mkdtemp(join(tmpdir(), 'manabi-unwritable-'));
    const record = join(folder, 'run.json');
    const trained = ['train', '--dataset', 'iris', '--epochs', '1', '--backend', 'cpu'];
    expect((await manabi([...trained, '--record', record])).exitCode).toBe(0);
    const { exitCode, stderr } = await manabi(words.map((word) => word.replace('RECORD', record)));
    await rm(folder, { recursive: true });
    expect(exitCode).toBe(2);
    expect(stderr).toContain(
      `error: ${option}: expected a file that can be written to, got no such file or folder at /proc/nowhere/`,
    );
    expect(stderr).toContain('; name another file');
  });

  it.skipIf(!existsSync('/dev/full'))('ends with the reason (needs /dev/full)', async () => {
    const full = await open('/dev/full', 'w');
    const { exitCode, stderr } = await manabi(['data', 'list'], { stdout: full.fd });
    await full.close();
    expect({ exitCode, stderr }).toEqual({
      exitCode: 1,
      stderr: 'error: stdout: no space left on the disk\n',
    });
  });
});
