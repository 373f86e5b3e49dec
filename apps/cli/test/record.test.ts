import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { manabi } from './manabi.js';

const iris = ['train', '--dataset', 'iris', '--hidden', '8', '--backend', 'cpu', '--epochs', '3'];

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'manabi-record-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('train --record', () => {
  it('writes a record, and replaces it by the next', async () => {
    const file = join(folder, 'new', 'run.json');
    for (const seed of [1, 2]) {
      const { exitCode } = await manabi([...iris, '--record', file, '--seed', String(seed)]);
      expect(exitCode).toBe(0);
      expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({
        format: 'manabi-run/1',
        data: { reference: 'iris', train: { examples: 120 }, test: { examples: 30 } },
        settings: { epochs: 3, seed },
        environment: { backend: 'cpu', engine: 'plan' },
        history: [{ epoch: 1 }, { epoch: 2 }, { epoch: 3 }],
        test: { examples: 30 },
      });
    }
  });

  it('overwrites nothing else, and says so before training', async () => {
    const file = join(folder, 'mine.json');
    await writeFile(file, '{"mine":true}');
    for (const taken of [file, folder]) {
      const { exitCode, stdout, stderr } = await manabi([...iris, '--record', taken]);
      expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
      expect(stderr).toContain(`--record ${taken}: expected a place for a run record`);
    }
    expect(await readFile(file, 'utf8')).toBe('{"mine":true}');
  });
});
