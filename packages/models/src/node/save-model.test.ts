import { mkdtemp, readdir, rm, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mlp } from '../architectures/mlp.js';
import { encodeModel } from '../formats/encode-model.js';
import { initializeModel } from '../initializers/initialize-model.js';
import type { Model } from '../model-spec.js';
import { loadModel } from './load-model.js';
import { saveModel, savingSteps } from './save-model.js';

const [oldModel, newModel, thirdModel] = [1, 2, 3].map((seed) =>
  initializeModel(mlp({ inputShape: [3], classes: 2, hidden: [4] }), { seed }),
) as [Model, Model, Model];

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'manabi-models-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function loaded(): Promise<Model> {
  return (await loadModel(folder)).model;
}

describe('a saving that is cut short', () => {
  const steps = savingSteps('', encodeModel(newModel)).length;

  /** Saves up to the end of step `count`, as if the machine stopped there. */
  async function saveUntil(model: Model, count: number): Promise<void> {
    for (const step of savingSteps(folder, encodeModel(model)).slice(0, count)) await step();
  }

  it.each(Array.from({ length: steps + 1 }, (_, count) => count))(
    'leaves the old or the new model after step %i, and the next saving works',
    async (count) => {
      await saveModel(folder, oldModel);
      await saveUntil(newModel, count);
      // model.json is the third step's.
      expect(await loaded()).toEqual(count < 3 ? oldModel : newModel);
      await saveModel(folder, thirdModel);
      expect(await loaded()).toEqual(thirdModel);
      expect((await readdir(folder)).sort()).toEqual(['model.json', 'weights.bin']);
    },
  );

  it.each(Array.from({ length: steps }, (_, count) => count))(
    'leaves a whole model when the one after it stops after step %i as well',
    async (count) => {
      await saveModel(folder, oldModel);
      await saveUntil(newModel, 3);
      await saveUntil(thirdModel, count);
      expect(await loaded()).toEqual(count < 3 ? newModel : thirdModel);
    },
  );

  it('leaves the old model when the new weights are written in part', async () => {
    await saveModel(folder, oldModel);
    await saveUntil(newModel, 2);
    await truncate(join(folder, 'weights.bin.new'), 10);
    expect(await loaded()).toEqual(oldModel);
    await saveModel(folder, newModel);
    expect(await loaded()).toEqual(newModel);
  });

  it('leaves a folder that takes a model when the first one was never finished', async () => {
    await saveUntil(oldModel, 2);
    await expect(loadModel(folder)).rejects.toMatchObject({ code: 'notFound' });
    await saveModel(folder, newModel);
    expect(await loaded()).toEqual(newModel);
  });
});
