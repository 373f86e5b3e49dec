import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { datasetHash, encodeIdx, parseIdx, type TrainTestDatasets } from '@manabi/datasets';
import { loadDatasets } from '@manabi/datasets/node';
import { encode as encodePng } from 'fast-png';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitByClass } from './assemble-images.js';
import {
  addDrawing,
  deleteDrawing,
  drawingData,
  drawingsOf,
  findLacks,
  renameClass,
} from './drawing-set.js';
import { sortFolder, type PlacedFile } from './folder-files.js';
import { exportIdx } from './idx-export.js';
import { readFolder } from './read-folder.js';
import { readIdx } from './read-idx.js';
import { ownDataWords } from './words.js';

const options = { side: 28, channels: 'grey', testFraction: 0.2, seed: 1 } as const;

function png(width: number, height: number, value: number): Uint8Array<ArrayBuffer> {
  const data = new Uint8Array(width * height).fill(value);
  return Uint8Array.from(encodePng({ width, height, channels: 1, data }));
}

const placed = (path: string, bytes: Uint8Array<ArrayBuffer> = png(4, 4, 9)): PlacedFile => ({
  path,
  file: new File([bytes], path.split('/').at(-1)!),
});

const read = (
  files: readonly PlacedFile[],
  changes: Partial<Parameters<typeof readFolder>[1]> = {},
) => readFolder(sortFolder(files), { ...options, ...changes }, () => undefined);

const twoClasses = ['a', 'b'].flatMap((name) =>
  Array.from({ length: 5 }, (_, i) => placed(`pets/${name}/${i}.png`)),
);

describe('a folder of images', () => {
  it('takes its classes from the folders, in the order of their names, without clutter', () => {
    const folder = sortFolder(
      ['pets/dog/2.png', 'pets/cat/.DS_Store', 'pets/cat/1.png', 'pets/read me.txt'].map((path) =>
        placed(path),
      ),
    );
    expect(folder.name).toBe('pets');
    expect(folder.classNames).toEqual(['cat', 'dog']);
    expect(folder.files.map(({ path, label }) => [path, label])).toEqual([
      ['pets/cat/1.png', 0],
      ['pets/dog/2.png', 1],
    ]);
    expect(folder.notices).toEqual([{ kind: 'no-class', file: 'pets/read me.txt' }]);
  });

  it('takes train and test as they are', async () => {
    const files = ['train/a/1', 'train/a/2', 'train/b/1', 'test/a/1', 'test/b/1', 'test/c/1'];
    const result = await read(files.map((name) => placed(`set/${name}.png`)));
    expect(result.notices).toEqual([{ kind: 'unknown-class', className: 'c' }]);
    expect(result.kind === 'made' && [...result.data.train.labels]).toEqual([0, 0, 1]);
    expect(result.kind === 'made' && [...result.data.test.labels]).toEqual([0, 1]);
  });

  it('brings every image to the size and colours asked for', async () => {
    const files = [...twoClasses, placed('pets/a/large.png', png(50, 20, 9))];
    const grey = await read(files);
    expect(grey.kind === 'made' && grey.data.train.inputShape).toEqual([28, 28, 1]);
    const color = await read(twoClasses, { side: 'same', channels: 'color' });
    expect(color.kind === 'made' && color.data.train.inputShape).toEqual([4, 4, 3]);
    expect(color.kind === 'made' && new Set(color.data.train.inputs)).toEqual(new Set([9]));
  });

  it('refuses sizes that differ when they are to stay', async () => {
    const files = [...twoClasses, placed('pets/b/wide.png', png(50, 20, 9))];
    expect(await read(files, { side: 'same' })).toMatchObject({
      kind: 'refused',
      problem: {
        kind: 'mixed-sizes',
        ...{ file: 'pets/b/wide.png', size: '50×20' },
        ...{ otherFile: 'pets/a/0.png', otherSize: '4×4' },
      },
    });
  });

  it('leaves out what is no image, is broken or too large, and says so of each', async () => {
    const text = new TextEncoder().encode('hello');
    const broken = png(40, 40, 1).slice(0, 40);
    // The header alone decides: 6000 x 6000 pixels are refused before they are unpacked.
    const huge = png(1, 1, 0);
    new DataView(huge.buffer).setUint32(16, 6000);
    new DataView(huge.buffer).setUint32(20, 6000);
    const result = await read([
      ...twoClasses,
      placed('pets/a/note.png', Uint8Array.from(text)),
      placed('pets/a/broken.png', broken),
      placed('pets/b/huge.png', huge),
      placed('pets/empty/note.txt', Uint8Array.from(text)),
      placed('pets/lone/1.png'),
    ]);
    expect(result.kind).toBe('made');
    expect(result.notices.map(({ kind }) => kind).toSorted()).toEqual([
      ...['damaged-image', 'empty-class', 'huge-image'],
      ...['not-an-image', 'not-an-image', 'single-image'],
    ]);
    expect(result.kind === 'made' && result.data.train.classNames).toEqual(['a', 'b']);
  });

  it.each([
    ['one class only', twoClasses.slice(0, 5), 'too-few-classes'],
    ['no folders of classes', [placed('pets/1.png')], 'nothing-chosen'],
    ['nothing', [], 'nothing-chosen'],
    [
      'more classes than a byte can name',
      Array.from({ length: 257 }, (_, i) => placed(`many/${i}/1.png`)),
      'too-many-classes',
    ],
  ])('refuses %s', async (_, files, problem) => {
    expect(await read(files)).toMatchObject({ kind: 'refused', problem: { kind: problem } });
  });
});

describe('the split', () => {
  it('gives every class its share of the test and never all of it, the same each time', () => {
    const sizes = fc.array(fc.integer({ min: 2, max: 40 }), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(sizes, fc.integer({ min: 5, max: 50 }), (counts, percent) => {
        const labels = Uint8Array.from(
          counts.flatMap((count, label) => Array<number>(count).fill(label)),
        );
        const all = {
          ...{ name: 'x', inputs: Uint8Array.from(labels.keys()), inputShape: [1] },
          ...{ labels, classNames: counts.map(String) },
          normalization: { kind: 'scale', factor: 1 / 255 } as const,
        };
        const share = { testFraction: percent / 100, seed: 1 };
        const { train, test } = splitByClass(all, share);
        counts.forEach((count, label) => {
          const tested = test.labels.filter((one) => one === label).length;
          expect(tested).toBe(
            Math.min(count - 1, Math.max(1, Math.round((count * percent) / 100))),
          );
        });
        expect([...train.inputs, ...test.inputs].toSorted((a, b) => a - b)).toEqual([
          ...labels.keys(),
        ]);
        expect(splitByClass(all, share)).toEqual({ train, test });
      }),
      { numRuns: 30 },
    );
  });
});

describe('IDX files', () => {
  const made = async (): Promise<TrainTestDatasets> => {
    const result = await read(twoClasses, { channels: 'color', side: 'same' });
    if (result.kind !== 'made') throw new Error('expected a data set');
    return result.data;
  };
  const asFiles = (data: TrainTestDatasets) =>
    exportIdx(data).map(({ name, bytes }) => new File([Uint8Array.from(bytes)], name));

  it('are written as they are read, in colour too', async () => {
    const data = await made();
    const files = exportIdx(data);
    expect(files.map(({ name }) => name)).toEqual([
      ...['train-images-idx4-ubyte', 'train-labels-idx1-ubyte'],
      ...['t10k-images-idx4-ubyte', 't10k-labels-idx1-ubyte', 'labels.txt'],
    ]);
    expect(parseIdx(files[0]!.bytes, 'x').shape).toEqual([8, 4, 4, 3]);
    const again = await readIdx('again', asFiles(data));
    expect(again.kind === 'made' && again.data.test.inputs).toEqual(data.test.inputs);
    expect(again.kind === 'made' && again.data.test.labels).toEqual(data.test.labels);
  });

  it('are for the command line the very same data', async () => {
    const data = await made();
    const folder = await mkdtemp(join(tmpdir(), 'manabi-'));
    for (const { name, bytes } of exportIdx(data)) await writeFile(join(folder, name), bytes);
    const read = await loadDatasets(`idx:${folder}`);
    expect(await datasetHash(read.train)).toBe(await datasetHash(data.train));
    expect(await datasetHash(read.test)).toBe(await datasetHash(data.test));
  });

  it('name what is missing, what is damaged and what does not belong together', async () => {
    const files = asFiles(await made());
    expect(await readIdx('x', files.slice(1))).toMatchObject({
      problem: { kind: 'missing-files', files: ['train-images-idx3-ubyte.gz'] },
    });
    const cut = new File([await files[0]!.slice(0, 50).arrayBuffer()], files[0]!.name);
    expect(await readIdx('x', [cut, ...files.slice(1)])).toMatchObject({
      problem: { kind: 'damaged-file', file: files[0]!.name },
    });
    const other = encodeIdx({ shape: [2, 3, 3], data: new Uint8Array(18) });
    const wrong = new File([Uint8Array.from(other)], 't10k-images-idx3-ubyte');
    expect((await readIdx('x', [files[0]!, files[1]!, wrong, files[3]!])).kind).toBe('refused');
    expect(await readIdx('x', [])).toMatchObject({ problem: { kind: 'nothing-chosen' } });
  });
});

describe('drawings', () => {
  const ink = (value: number) => new Uint8Array(784).fill(value);
  const empty = ['circle', 'cross'].map((name) => ({ name, drawings: [] }));

  it('say what they lack until they make a data set', () => {
    expect(findLacks([]).map(({ kind, count }) => [kind, count])).toEqual([['classes', 2]]);
    expect(findLacks(empty).map(({ kind, label, count }) => [kind, label, count])).toEqual([
      ['drawings', 0, 2],
      ['drawings', 1, 2],
    ]);
    expect(findLacks(renameClass(empty, 1, ' circle ')).map(({ kind }) => kind)).toContain(
      'same-name',
    );
    expect(findLacks(renameClass(empty, 0, '  ')).map(({ kind }) => kind)).toContain('name');
  });

  it('become a data set and drawings again', () => {
    let set = empty as Parameters<typeof findLacks>[0];
    for (const value of [1, 2, 3]) {
      set = addDrawing(addDrawing(set, 0, ink(value)), 1, ink(100 + value));
    }
    set = deleteDrawing(set, 1, 0);
    expect(findLacks(set)).toEqual([]);
    const data = drawingData('mine', set, { testFraction: 0.2, seed: 1 });
    expect(data.train.classNames).toEqual(['circle', 'cross']);
    expect([data.train.labels.length, data.test.labels.length]).toEqual([3, 2]);
    const values = (of: typeof set) =>
      of.map(({ name, drawings }) => [name, drawings.map(([first]) => first).toSorted()]);
    expect(values(drawingsOf(data))).toEqual(values(set));
  });
});

describe('words for problems', () => {
  it('are there for every kind in both languages', () => {
    const kinds = (language: 'en' | 'ja') => [
      ...Object.keys(ownDataWords[language].problems),
      ...Object.keys(ownDataWords[language].notices),
    ];
    expect(kinds('ja')).toEqual(kinds('en'));
    const { problems } = ownDataWords.ja;
    expect(problems['too-few-classes']({ kind: 'too-few-classes', classNames: ['猫'] })).toContain(
      '「猫」1つ',
    );
  });
});
