import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dataDirectory, dataDirectoryHelp } from '@manabi/test-utils';
import { encode } from 'fast-png';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jsonLines, manabi, type RunOptions } from './manabi.js';

let folder: string;
/** A machine without any downloaded data. */
let bare: RunOptions;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'manabi-cli-'));
  bare = { env: { MANABI_DATA_DIR: undefined, MANABI_CACHE_DIR: join(folder, 'cache') } };
});
afterAll(() => rm(folder, { recursive: true }));

describe('data list', () => {
  it('shows every set that is known by name, and where it is', async () => {
    const { exitCode, stdout } = await manabi(['data', 'list', '--json'], bare);
    expect(exitCode).toBe(0);
    const [list] = jsonLines(stdout);
    expect(list).toMatchObject({ cacheDir: join(folder, 'cache'), dataDir: null });
    const sets = list!.datasets as { name: string; place: string }[];
    expect(Object.fromEntries(sets.map(({ name, place }) => [name, place]))).toEqual({
      mnist: 'absent',
      'fashion-mnist': 'absent',
      kmnist: 'absent',
      iris: 'embedded',
      'synthetic-digits': 'embedded',
    });
  });

  it('calls a set with missing files incomplete', async () => {
    const dataDir = join(folder, 'data');
    await mkdir(join(dataDir, 'mnist'), { recursive: true });
    await writeFile(join(dataDir, 'mnist', 'train-labels-idx1-ubyte'), 'x');
    const { stdout } = await manabi(['data', 'list', '--data-dir', dataDir], bare);
    expect(stdout).toMatch(/^mnist .* incomplete$/m);
    expect(stdout).toContain(`data folder: ${dataDir}`);
  });
});

describe('data verify', () => {
  it('finds damaged and missing files and exits with 3', async () => {
    const dataDir = join(folder, 'damaged');
    await mkdir(join(dataDir, 'mnist'), { recursive: true });
    await writeFile(join(dataDir, 'mnist', 'train-labels-idx1-ubyte'), 'x');
    const { exitCode, stdout } = await manabi(['data', 'verify', '--data-dir', dataDir], bare);
    expect(exitCode).toBe(3);
    expect(stdout).toMatch(/train-labels-idx1-ubyte +1 B +corrupt/);
    expect(stdout).toMatch(/train-images-idx3-ubyte +missing/);
  });

  it('has nothing to check on a bare machine', async () => {
    const { exitCode, stdout } = await manabi(['data', 'verify'], bare);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('manabi data fetch NAME gets one');
  });

  it.skipIf(dataDirectory() === undefined)(
    `accepts the published files (${dataDirectory() === undefined ? dataDirectoryHelp : 'real images'})`,
    async () => {
      const { exitCode, stdout } = await manabi(['data', 'verify', 'mnist']);
      expect(exitCode).toBe(0);
      expect(stdout.match(/ verified$/gm)).toHaveLength(4);
    },
  );
});

const dataDir = dataDirectory();
const note = dataDir === undefined ? ` (skipped: ${dataDirectoryHelp})` : '';
describe.skipIf(dataDir === undefined)(`data fetch --out${note}`, () => {
  it('writes a copy of the data folder, packed, that checks as the published set', async () => {
    const out = join(folder, 'site', 'data');
    const { exitCode, stdout } = await manabi(['data', 'fetch', 'fashion-mnist', '--out', out]);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('unpacked, checked');
    const names = await readdir(join(out, 'fashion-mnist'));
    expect(names.sort()).toEqual([
      't10k-images-idx3-ubyte.gz',
      't10k-labels-idx1-ubyte.gz',
      'train-images-idx3-ubyte.gz',
      'train-labels-idx1-ubyte.gz',
    ]);
    const verified = await manabi(['data', 'verify', 'fashion-mnist', '--data-dir', out], bare);
    expect(verified.stdout.match(/ verified$/gm)).toHaveLength(4);
  });
});

describe('data show', () => {
  it('prints rows of features', async () => {
    const { exitCode, stdout } = await manabi(['data', 'show', 'iris', '--count', '2']);
    expect(exitCode).toBe(0);
    const [heading, first] = stdout.split('\n');
    expect(heading).toMatch(/^# +feature 1 +feature 2 +feature 3 +feature 4 +class$/);
    expect(first).toMatch(/^0 +\d\.\d +\d(\.\d)? +\d\.\d +0\.\d +setosa$/);
  });

  it('draws images of one class with their numbers', async () => {
    const words = ['data', 'show', 'synthetic-digits', '--part', 'test', '--class', '7'];
    const { exitCode, stdout } = await manabi([...words, '--index', '5', '--count', '2']);
    expect(exitCode).toBe(0);
    const captions = stdout.match(/#\d+ \d/g)!;
    expect(captions).toHaveLength(2);
    for (const caption of captions) {
      expect(caption).toMatch(/ 7$/);
      expect(Number(/\d+/.exec(caption)![0])).toBeGreaterThanOrEqual(5);
    }
    expect(stdout).not.toContain('\u001b');
  });

  it('reads a folder of images by class, past files that are none', async () => {
    const images = join(folder, '画像');
    for (const [label, name] of ['black', 'white'].entries()) {
      await mkdir(join(images, name), { recursive: true });
      const data = new Uint8Array(6 * 4 * 3).fill(255 * label);
      for (const file of ['1.png', '2.png', '3.png', '4.png', '5.png']) {
        await writeFile(
          join(images, name, file),
          encode({ width: 6, height: 4, channels: 3, data }),
        );
      }
      await writeFile(join(images, name, 'notes.txt'), 'no image');
    }
    const words = ['--size', '8x8', '--grey', '--model', 'mlp', '--hidden', '4'];
    const train = ['train', '--dataset', `images:${images}`, ...words, '--backend', 'cpu'];
    const small = { width: 2, height: 2, channels: 3, data: new Uint8Array(12) } as const;
    await writeFile(join(images, 'black', '6.png'), encode(small));
    const mixed = await manabi(['train', '--dataset', `images:${images}`]);
    expect(mixed).toMatchObject({ exitCode: 3, stdout: '' });
    expect(mixed.stderr).toMatch(/6 x 4 pixels .*, got 2 x 2; add --size, such as --size 28x28/);
    await rm(join(images, 'black', '6.png'));
    const out = join(folder, 'grey');
    const { exitCode, stdout } = await manabi([...train, '--epochs', '60', '--out', out]);
    expect(exitCode).toBe(0);
    // A fifth of the five images of each class is kept for the test.
    expect(stdout).toContain('8 examples to learn from, 2 to test on, 8×8×1, 2 classes');
    const { stdout: judged } = await manabi(['evaluate', out, '--backend', 'cpu', '--json']);
    expect(jsonLines(judged)[0]).toMatchObject({ samples: 2, testAccuracy: 1 });
  });
});

describe('data fetch', () => {
  it('knows what needs no download', async () => {
    const { exitCode, stderr } = await manabi(['data', 'fetch', 'iris'], bare);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('nothing to download');
  });
});
