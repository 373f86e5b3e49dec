import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { manabi } from './manabi.js';

let folder: string;
const at = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'manabi-compare-'));
  const words = ['train', '--dataset', 'iris', '--backend', 'cpu', '--epochs', '4', '--quiet'];
  const runs = [
    ['small.json', '--hidden', '4'],
    [
      ...['large.json', '--hidden', '8', '--optimizer', 'sgd', '--validation-split', '0.2'],
      ...['--early-stopping', '3', '--gradient-clipping', 'value:0.5'],
    ],
  ];
  for (const [name, ...differing] of runs) {
    const { exitCode } = await manabi([...words, ...differing, '--record', at(name!)]);
    expect(exitCode).toBe(0);
  }
});
afterAll(() => rm(folder, { recursive: true }));

describe('compare', () => {
  it('has a row for each run, with the settings that differ and no others', async () => {
    const { exitCode, stdout, stderr } = await manabi([
      'compare',
      at('small.json'),
      at('large.json'),
    ]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    const [header, small, large] = stdout.split('\n');
    for (const name of ['model', 'optimizer', 'validation split', 'test accuracy', 'time']) {
      expect(header).toContain(name);
    }
    for (const name of ['data', 'batch size', 'seed', 'backend', 'layers']) {
      expect(header).not.toMatch(new RegExp(`(^| )${name}( |$)`));
    }
    // 4 * 4 + 4 weights and biases, then 4 * 3 + 3.
    expect(small).toMatch(/^small +mlp \(35\) +adam /);
    expect(large).toMatch(/^large +mlp \(67\) +sgd /);
    expect(small).toContain(' – ');
    expect(large).toContain('each number to ±0.5');
    expect(large).toContain('stop after 3 epochs without a better validation loss');
  });

  it('draws the curves over each other', async () => {
    const { stdout } = await manabi(['compare', at('small.json'), at('large.json')]);
    expect(stdout).toMatch(/Accuracy[^]*small[^]*large[^]*[\u2801-\u28ff]/u);
  });

  it('names the file that is no record', async () => {
    await writeFile(at('wrong.json'), '{"format":"something"}');
    const { exitCode, stdout, stderr } = await manabi([
      'compare',
      at('small.json'),
      at('wrong.json'),
    ]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 3, stdout: '' });
    expect(stderr).toContain('wrong.json: run record: expected format');
  });

  it('wants two records', async () => {
    const { exitCode, stderr } = await manabi(['compare', at('small.json')]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('expected two records or more, got one');
  });
});
