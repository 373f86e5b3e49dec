import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { encode as encodePng } from 'fast-png';
import jpeg from 'jpeg-js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadImageFolder } from '@manabi/datasets/node';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'manabi-images-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

function greyPng(value: number, width = 3, height = 2): Uint8Array {
  return encodePng({
    width,
    height,
    channels: 1,
    data: new Uint8Array(width * height).fill(value),
  });
}

async function write(files: Record<string, Uint8Array>): Promise<void> {
  for (const [name, bytes] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), bytes);
  }
}

describe('loadImageFolder', () => {
  it('takes subfolders as classes in the order of their names and splits each by seed', async () => {
    const files = Array.from({ length: 10 }, (_, i) => [
      [`dog/${i}.png`, greyPng(100 + i)] as const,
      [`cat/${i}.PNG`, greyPng(i)] as const,
    ]).flat();
    await write(
      Object.fromEntries([...files, ['.git/x.png', greyPng(0)], ['cat/.x.png', greyPng(0)]]),
    );
    await write({ 'cat/notes.txt': new Uint8Array(1), 'readme.md': new Uint8Array(1) });

    const { train, test } = await loadImageFolder(folder);
    expect(train.classNames).toEqual(['cat', 'dog']);
    expect(train.inputShape).toEqual([2, 3, 1]);
    expect([train.labels.length, test.labels.length]).toEqual([16, 4]);
    expect([...test.labels]).toEqual([0, 0, 1, 1]);
    test.labels.forEach((label, i) => {
      expect(test.inputs[6 * i]! >= 100).toBe(label === 1);
    });
    expect((await loadImageFolder(folder)).test.inputs).toEqual(test.inputs);
    expect((await loadImageFolder(folder, { seed: 2 })).test.inputs).not.toEqual(test.inputs);
    expect((await loadImageFolder(folder, { testFraction: 0.5 })).test.labels).toHaveLength(10);
  });

  it('takes train/ and test/ as the parts', async () => {
    await write({
      'train/a/1.png': greyPng(1),
      'train/b/1.png': greyPng(2),
      'test/b/1.png': greyPng(3),
    });
    const { train, test } = await loadImageFolder(folder);
    expect([...train.labels]).toEqual([0, 1]);
    expect([...test.labels]).toEqual([1]);
    expect(test.inputs[0]).toBe(3);
  });

  it('refuses a class that the training part lacks', async () => {
    await write({ 'train/a/1.png': greyPng(1), 'test/b/1.png': greyPng(3) });
    await expect(loadImageFolder(folder)).rejects.toThrow(
      /expected a class of .*train \(a\), got "b"/,
    );
  });

  it('reads JPEG, resizes, and turns to grey on request', async () => {
    const photo = jpeg.encode(
      { width: 16, height: 8, data: new Uint8Array(512).fill(100) },
      100,
    ).data;
    await write({ 'a/1.jpg': photo, 'b/1.png': greyPng(7) });
    const resize = { width: 4, height: 5 };
    const color = await loadImageFolder(folder, { resize, testFraction: 0 });
    expect(color.train.inputShape).toEqual([5, 4, 3]);
    const { train } = await loadImageFolder(folder, { resize, grey: true, testFraction: 0 });
    expect(train.inputShape).toEqual([5, 4, 1]);
    expect([...train.inputs.subarray(20)]).toEqual(Array(20).fill(7));
  });

  it('refuses different sizes when none was asked for', async () => {
    await write({ 'a/1.png': greyPng(1), 'a/2.png': greyPng(1, 5, 5) });
    await expect(loadImageFolder(folder)).rejects.toThrow(
      `${path.join(folder, 'a', '2.png')}: expected 3 x 2 pixels as in ${path.join(folder, 'a', '1.png')}, got 5 x 5; ` +
        'pass `resize`, such as { width: 28, height: 28 }, to have all images resized',
    );
  });

  it('names a damaged image', async () => {
    await write({ 'a/1.png': greyPng(1), 'a/2.png': greyPng(1).subarray(0, 40) });
    await expect(loadImageFolder(folder)).rejects.toMatchObject({
      code: 'corrupt',
      path: path.join(folder, 'a', '2.png'),
    });
  });

  it('refuses no classes, no images, and more classes than a byte can count', async () => {
    await expect(loadImageFolder(folder)).rejects.toThrow(
      'expected 1 to 256 subfolders, one for each class, got 0',
    );
    await mkdir(path.join(folder, 'a'));
    await expect(loadImageFolder(folder)).rejects.toThrow('expected PNG or JPEG files');
    for (let i = 0; i < 256; i++) await mkdir(path.join(folder, `c${i}`));
    await expect(loadImageFolder(folder)).rejects.toThrow('got 257');
  });

  it('names a link to nothing instead of leaving the image out', async () => {
    await write({ 'cat/1.png': greyPng(1), 'dog/1.png': greyPng(2) });
    const link = path.join(folder, 'cat', '2.png');
    await symlink(path.join(folder, 'gone.png'), link);
    await expect(loadImageFolder(folder)).rejects.toMatchObject({
      name: 'DatasetError',
      code: 'not-found',
      path: link,
    });
  });

  it('follows links to folders, passes over links to nothing beside them and folders named as images', async () => {
    await write({ 'cat/1.png': greyPng(1), 'dog/1.png': greyPng(2), 'dog/2.png/x': greyPng(3) });
    await symlink(path.join(folder, 'cat'), path.join(folder, 'kitten'));
    await symlink(path.join(folder, 'gone'), path.join(folder, 'nothing'));
    const { train } = await loadImageFolder(folder, { testFraction: 0 });
    expect(train.classNames).toEqual(['cat', 'dog', 'kitten']);
    expect([...train.labels]).toEqual([0, 1, 2]);
  });
});
