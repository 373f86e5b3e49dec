import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { syntheticDigits } from '@manabi/datasets';
import { encode } from 'fast-png';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jsonLines, manabi } from './manabi.js';

const { test: digits } = syntheticDigits({ trainSize: 0, testSize: 4 });

/** A test digit as its 784 bytes: white ink on black. */
function pixels(index: number): Uint8Array {
  return digits.inputs.subarray(index * 784, (index + 1) * 784) as Uint8Array;
}

/** The same digit as a camera sees it: black ink on a large white page, off centre, in colour. */
function photograph(index: number): Uint8Array {
  const page = { width: 200, height: 120, channels: 3 };
  const data = new Uint8Array(page.width * page.height * 3).fill(255);
  pixels(index).forEach((ink, i) => {
    const [row, column] = [Math.floor(i / 28), i % 28];
    for (let y = 10 + 3 * row; y < 13 + 3 * row; y++) {
      const start = (y * page.width + 90 + 3 * column) * 3;
      data.fill(255 - ink, start, start + 9);
    }
  });
  return encode({ ...page, data });
}

let folder: string;
let model: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'manabi-cli-'));
  model = join(folder, 'model');
  const words = ['train', '--train-size', '2000', '--test-size', '4', '--epochs', '3'];
  const { exitCode } = await manabi([...words, '--out', model, '--backend', 'wasm', '--quiet']);
  expect(exitCode).toBe(0);
});
afterAll(() => rm(folder, { recursive: true }));

async function pngOf(name: string, bytes: Uint8Array): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, bytes);
  return file;
}

function asIs(index: number): Uint8Array {
  return encode({ width: 28, height: 28, channels: 1, data: pixels(index) });
}

function predict(files: readonly string[], ...options: string[]) {
  return manabi(['predict', ...files, '--model', model, '--backend', 'wasm', ...options]);
}

describe('predict', () => {
  it('draws each image with ten bars', async () => {
    const files = [await pngOf('0.png', asIs(0)), await pngOf('1.png', asIs(1))];
    const { exitCode, stdout, stderr } = await predict(files);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    const [first, second] = stdout.split(`${files[1]!}\n`);
    for (const picture of [first, second]) {
      expect(picture).toMatch(/^ +0 +1 +2 +3 +4 +5 +6 +7 +8 +9$/m);
      expect(picture).toMatch(/\d: \d+(\.\d)?%/);
      expect(picture).toMatch(/[█▓▒]/);
    }
    expect(stdout).toMatch(/\nComputed by plan \(1 thread\) on wasm\n$/);
  });

  it('says when an image is empty', async () => {
    const page = { width: 40, height: 40, channels: 1, data: new Uint8Array(1600).fill(255) };
    const [answer] = jsonLines(
      (await predict([await pngOf('page.png', encode(page))], '--json')).stdout,
    );
    expect(answer!.steps).toContain('there is no ink in it');
  });

  it('takes an image that is prepared already as it is', async () => {
    const [answer] = jsonLines((await predict([await pngOf('0.png', asIs(0))], '--json')).stdout);
    expect(answer).toMatchObject({ label: digits.labels[0], steps: [] });
    const probabilities = answer!.probabilities as number[];
    expect(probabilities).toHaveLength(10);
    expect(probabilities.reduce((sum, p) => sum + p)).toBeCloseTo(1, 5);
    expect(answer!.probability).toBe(Math.max(...probabilities));
    expect(answer).toMatchObject({ backend: 'wasm', engine: 'plan', threads: 1 });
    const other = await predict([await pngOf('0.png', asIs(0))], '--json', '--engine', 'autodiff');
    const [oracle] = jsonLines(other.stdout);
    expect(oracle).toMatchObject({ engine: 'autodiff', engineReason: null });
    (oracle!.probabilities as number[]).forEach((p, label) => {
      expect(Math.abs(p - probabilities[label]!)).toBeLessThan(1e-5);
    });
  });

  it('turns a photograph into what the network has learned', async () => {
    const files = [await pngOf('写真 2.png', photograph(2)), await pngOf('plain 2.png', asIs(2))];
    const { stdout } = await predict(files, '--json');
    const [photo, plain] = jsonLines(stdout);
    expect(photo!.file).toBe(files[0]);
    expect(photo!.steps).toEqual([
      'colours to grey',
      'inverted',
      'cropped and centred as MNIST is',
    ]);
    expect(photo!.label).toBe(plain!.label);
  });

  it('prepares only as far as it is asked to', async () => {
    const file = await pngOf('photo.png', photograph(3));
    const { stdout } = await predict([file], '--json', '--no-prepare', '--invert', 'no');
    expect(jsonLines(stdout)[0]!.steps).toEqual([
      'colours to grey',
      'resized from 200×120 to 28×28',
    ]);
  });

  it('predicts the good files when others are bad, and exits with 3', async () => {
    const good = await pngOf('good.png', asIs(0));
    const huge = Buffer.from(asIs(0));
    huge.writeUInt32BE(60_000, 16);
    const subfolder = join(folder, 'folder.png');
    await mkdir(subfolder);
    const bad = [
      join(folder, 'missing.png'),
      await pngOf('cut.png', asIs(0).subarray(0, 60)),
      await pngOf('text.png', Buffer.from('hello')),
      await pngOf('huge.png', huge),
      subfolder,
    ];
    const { exitCode, stdout, stderr } = await predict([...bad, good], '--json');
    expect(exitCode).toBe(3);
    expect(jsonLines(stdout).map(({ file }) => file)).toEqual([good]);
    const errors = stderr.trimEnd().split('\n');
    expect(errors).toHaveLength(bad.length);
    bad.forEach((file, index) => {
      expect(errors[index]).toContain(`error: ${file}: expected`);
    });
  });

  it('refuses a model that reads no images, and one that is none', async () => {
    const flowers = join(folder, 'flowers');
    const words = ['train', '--dataset', 'iris', '--epochs', '1', '--backend', 'cpu'];
    await manabi([...words, '--out', flowers]);
    const none = await manabi(['predict', 'x.png', '--model', flowers]);
    expect(none.exitCode).toBe(2);
    expect(none.stderr).toContain('4 features');
    const missing = await manabi(['predict', 'x.png', '--model', join(folder, 'nothing')]);
    expect(missing.exitCode).toBe(3);
    expect(missing.stderr).toContain('expects a saved model');
  });
});

describe('evaluate for people', () => {
  it('prints figures, matrix and mistakes', async () => {
    const words = ['evaluate', model, '--test-size', '500', '--backend', 'wasm'];
    const { exitCode, stdout } = await manabi(words);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('on synthetic-digits, computed by plan (1 thread) on wasm: accuracy');
    expect(stdout).toMatch(/^class +precision +recall +F1 +examples$/m);
    expect(stdout).toMatch(/^true \\ predicted +0 +1 +2/m);
    expect(stdout).toMatch(/^Most frequent mistakes: \d taken for \d: \d+/m);
  });
});
