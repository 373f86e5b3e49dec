import { initializeModel, mlp, ModelFileError, type Model } from '@manabi/models';
import { existsSync } from 'node:fs';
import { claimModelFolder, loadModel, saveModel } from '@manabi/models/node';
import { mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const [oldModel, newModel] = [1, 2].map((seed) =>
  initializeModel(mlp({ inputShape: [3], classes: 2, hidden: [4] }), { seed }),
) as [Model, Model];

let root = '';
let folder = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'manabi-models-'));
  folder = join(root, 'runs', 'mnist');
});
afterEach(() => rm(root, { recursive: true }));

async function loaded(path = folder): Promise<Model> {
  return (await loadModel(path)).model;
}

async function refused(promise: Promise<unknown>): Promise<ModelFileError> {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(ModelFileError);
  return error as ModelFileError;
}

describe('saveModel and loadModel', () => {
  it('write model.json and weights.bin into a new folder and read them back', async () => {
    await saveModel(folder, oldModel, { dataset: 'iris' });
    expect((await readdir(folder)).sort()).toEqual(['model.json', 'weights.bin']);
    expect(await loadModel(folder)).toEqual({ model: oldModel, metadata: { dataset: 'iris' } });
    expect(await loaded(join(folder, 'model.json'))).toEqual(oldModel);
  });

  it('replace a model and leave other files alone', async () => {
    await saveModel(folder, oldModel);
    await writeFile(join(folder, 'notes.txt'), 'mine');
    await saveModel(folder, newModel);
    expect(await loaded()).toEqual(newModel);
    expect((await readdir(folder)).sort()).toEqual(['model.json', 'notes.txt', 'weights.bin']);
  });

  it('take turns when nobody waits for a saving before the next', async () => {
    const [large, small] = [64, 1].map((units) =>
      initializeModel(mlp({ inputShape: [1024], classes: 2, hidden: [units] }), { seed: 1 }),
    ) as [Model, Model];
    await Promise.all([large, small, large, small].map((model) => saveModel(folder, model)));
    expect(await loaded()).toEqual(small);
    expect((await readdir(folder)).sort()).toEqual(['model.json', 'weights.bin']);
  });

  it('save into a folder that holds other files', async () => {
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'notes.txt'), 'mine');
    await saveModel(folder, oldModel);
    expect(await loaded()).toEqual(oldModel);
  });

  it.each([
    ['model.json', '{"format":"layers-model"}'],
    ['model.json', 'not JSON'],
    ['weights.bin', 'someone else'],
  ])('refuse to overwrite a %s that is %j', async (name, contents) => {
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, name), contents);
    const error = await refused(saveModel(folder, oldModel));
    expect(error).toMatchObject({ code: 'notAModel', file: join(folder, name) });
    expect(await readFile(join(folder, name), 'utf8')).toBe(contents);
    expect(await readdir(folder)).toEqual([name]);
  });

  it('refuse to save where a file stands', async () => {
    await writeFile(join(root, 'runs'), '');
    expect(await refused(saveModel(join(root, 'runs'), oldModel))).toMatchObject({
      code: 'inaccessible',
      file: join(root, 'runs'),
    });
    expect(await refused(saveModel(folder, oldModel))).toMatchObject({ code: 'inaccessible' });
    expect(await refused(claimModelFolder(join(root, 'runs')))).toMatchObject({
      code: 'inaccessible',
      file: join(root, 'runs'),
    });
  });

  it.skipIf(!existsSync('/proc/self'))(
    'refuse where the system makes no folders (needs /proc)',
    async () => {
      const error = await refused(saveModel('/proc/manabi/run', oldModel));
      expect(error).toMatchObject({ code: 'inaccessible', file: '/proc/manabi/run' });
    },
  );

  it('make the folders of several savings at once', async () => {
    const folders = ['a', 'b', 'c', 'd'].map((name) => join(folder, 'deep', 'down', name));
    await Promise.all(folders.map((each) => saveModel(each, oldModel)));
    expect((await readdir(join(folder, 'deep', 'down'))).sort()).toEqual(['a', 'b', 'c', 'd']);
  });

  it('say which file is missing, damaged or too large', async () => {
    expect(await refused(loadModel(folder))).toMatchObject({ code: 'notFound', file: folder });
    await saveModel(folder, oldModel);
    const weights = join(folder, 'weights.bin');
    await truncate(weights, 10);
    expect(await refused(loadModel(folder))).toMatchObject({ code: 'wrongLength', file: weights });
    await truncate(weights, 2 ** 30);
    expect(await refused(loadModel(folder))).toMatchObject({ code: 'tooLarge', file: weights });
    await rm(weights);
    expect(await refused(loadModel(folder))).toMatchObject({ code: 'notFound', file: weights });
    await mkdir(weights);
    expect(await refused(loadModel(folder))).toMatchObject({ code: 'inaccessible', file: weights });
    const json = join(folder, 'model.json');
    await writeFile(json, Uint8Array.of(0x7b, 0xff, 0x7d));
    expect(await refused(loadModel(folder))).toMatchObject({ code: 'notJson', file: json });
    await truncate(json, 2 ** 30);
    expect(await refused(loadModel(folder))).toMatchObject({ code: 'tooLarge', file: json });
    await rm(json);
    expect(await refused(loadModel(folder))).toMatchObject({ code: 'notFound', file: json });
  });
});
