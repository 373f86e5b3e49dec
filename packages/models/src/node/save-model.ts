/**
 * @file Replaces a model on disk so that, wherever the machine stops, one whole model can be
 * loaded: the old one or the new one.
 *
 * `model.json` names the SHA-256 of its weights. The new weights are written beside the old ones,
 * then `model.json` is replaced in one step (from here on the new model counts, `loadModel` finds
 * its weights by their hash), then the new weights take the place of the old. Each step is on the
 * disk before the next begins.
 */
import { open, rename } from 'node:fs/promises';
import { resolve } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { encodeModel, type EncodedModel } from '../formats/encode-model.js';
import type { ModelMetadata } from '../formats/model-metadata.js';
import type { Model } from '../model-spec.js';
import { claimModelFolder } from './claim-model-folder.js';
import { makeFolder } from './make-folder.js';
import { modelFiles, savingError } from './model-folder.js';

/**
 * Writes a model into a folder, which is made if need be; other files in it stay as they are.
 * One process at a time; calls of one process take turns, and the last one's model stays.
 *
 * @param metadata - what prediction and evaluation need to know of the training data.
 * @throws ModelSpecError or ModelArgumentError for a model or metadata that do not fit together;
 *   ModelFileError when the folder cannot be written, or holds a `model.json` or `weights.bin` that
 *   are not a manabi model.
 */
export async function saveModel(
  directory: string,
  model: Model,
  metadata: ModelMetadata = {},
): Promise<void> {
  const steps = savingSteps(directory, encodeModel(model, metadata));
  const folder = resolve(directory);
  const saving = (async () => {
    await savings.get(folder)?.catch(() => undefined);
    for (const step of steps) await step();
  })();
  savings.set(folder, saving);
  try {
    await saving;
  } finally {
    if (savings.get(folder) === saving) savings.delete(folder);
  }
}

/** The last saving into each folder that is not done yet: two at once would mix their files. */
const savings = new Map<string, Promise<void>>();

/** What saving does, in order; stopping after any step, or within it, leaves a whole model. */
export function savingSteps(
  directory: string,
  encoded: EncodedModel,
): readonly (() => Promise<void>)[] {
  const { json, weights, newWeights } = modelFiles(directory);
  const steps = [
    async () => {
      await makeFolder(directory);
      await claimModelFolder(directory);
      await syncFolder(directory);
    },
    async () => {
      await writeSynced(newWeights, encoded.weights);
      await syncFolder(directory);
    },
    async () => {
      await writeFileAtomic(json, encoded.json);
      await syncFolder(directory);
    },
    async () => {
      await rename(newWeights, weights);
      await syncFolder(directory);
    },
  ];
  return steps.map((step) => async () => {
    try {
      await step();
    } catch (error) {
      throw savingError(error, directory);
    }
  });
}

async function writeSynced(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, 'w');
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Puts renamed and new entries of a folder on the disk. */
async function syncFolder(directory: string): Promise<void> {
  // Windows opens no folders and keeps their entries by itself.
  if (process.platform === 'win32') return;
  const handle = await open(directory, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
