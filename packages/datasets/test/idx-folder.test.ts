import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { encodeIdx } from '@manabi/datasets';
import { loadIdxFolder } from '@manabi/datasets/node';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'manabi-idx-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

function idx(...shape: number[]): Uint8Array {
  const length = shape.reduce((product, extent) => product * extent, 1);
  return encodeIdx({ shape, data: Uint8Array.from({ length }, (_, i) => i % 3) });
}

async function write(files: Record<string, Uint8Array | string>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    await writeFile(path.join(folder, name), content);
  }
}

describe('loadIdxFolder', () => {
  it('reads colour images of any size, gzipped or plain, with class names from labels.txt', async () => {
    await write({
      'train-images-idx4-ubyte': idx(6, 5, 7, 3),
      'train-labels-idx1-ubyte.gz': gzipSync(idx(6)),
      'test-images.idx4-ubyte.gz': gzipSync(idx(3, 5, 7, 3)),
      't10k-labels.idx1-ubyte': idx(3),
      'labels.txt': 'cat\r\n dog\nfish\n',
    });
    const { train, test } = await loadIdxFolder(folder);
    expect(train.inputShape).toEqual([5, 7, 3]);
    expect(train.inputs).toHaveLength(6 * 5 * 7 * 3);
    expect(test.labels).toEqual(Uint8Array.of(0, 1, 2));
    expect(test.classNames).toEqual(['cat', 'dog', 'fish']);
    expect(train.name).toBe(`idx:${folder}`);
  });

  it('reads files beside folders of the same names, as some archives unpack', async () => {
    await write({
      'train-images.idx3-ubyte': idx(4, 2, 2),
      'train-labels.idx1-ubyte': idx(4),
      't10k-images.idx3-ubyte': idx(2, 2, 2),
      't10k-labels.idx1-ubyte': idx(2),
    });
    await mkdir(path.join(folder, 'train-images-idx3-ubyte'));
    const { train } = await loadIdxFolder(folder);
    expect(train.labels).toEqual(Uint8Array.of(0, 1, 2, 0));
  });

  it('names the files that are missing', async () => {
    await write({ 'train-images-idx3-ubyte': idx(2, 2, 2) });
    await expect(loadIdxFolder(folder)).rejects.toThrow(
      `${folder}: expected the IDX files train-images-idx3-ubyte.gz, train-labels-idx1-ubyte.gz, ` +
        't10k-images-idx3-ubyte.gz, t10k-labels-idx1-ubyte.gz, gzipped or plain, ' +
        'got none for train labels, test images, test labels',
    );
  });

  it('refuses parts of different shapes', async () => {
    await write({
      'train-images-idx3-ubyte': idx(2, 2, 2),
      'train-labels-idx1-ubyte': idx(2),
      't10k-images-idx3-ubyte': idx(2, 2, 3),
      't10k-labels-idx1-ubyte': idx(2),
    });
    await expect(loadIdxFolder(folder)).rejects.toThrow(
      `${folder}: expected test images of shape [2, 2, 1] as in training, got [2, 3, 1]`,
    );
  });

  it('names a file whose gzip data is damaged', async () => {
    const whole = gzipSync(idx(2, 20, 20));
    await write({
      'train-images-idx3-ubyte.gz': whole.subarray(0, whole.length - 9),
      'train-labels-idx1-ubyte': idx(2),
      't10k-images-idx3-ubyte': idx(2, 20, 20),
      't10k-labels-idx1-ubyte': idx(2),
    });
    await expect(loadIdxFolder(folder)).rejects.toMatchObject({
      code: 'corrupt',
      path: path.join(folder, 'train-images-idx3-ubyte.gz'),
    });
  });
});
