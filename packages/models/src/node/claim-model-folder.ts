import { access, rename } from 'node:fs/promises';
import { ModelFileError } from '../formats/model-file-error.js';
import { isCode, modelFiles, savingError } from './model-folder.js';
import { loadManifest, readWeights } from './load-model.js';

/**
 * Makes sure that a folder may take a model: it holds a manabi model, or neither `model.json` nor
 * `weights.bin`. Finishes a saving that was cut short, whose weights the next one would overwrite.
 * `saveModel` does this too; call it before a long training whose result is to be saved there.
 *
 * @throws ModelFileError with code `notAModel`, or `inaccessible` when it is no folder.
 */
export async function claimModelFolder(directory: string): Promise<void> {
  try {
    await claim(directory);
  } catch (error) {
    throw savingError(error, directory);
  }
}

async function claim(directory: string): Promise<void> {
  const { json, weights, newWeights } = modelFiles(directory);
  if (!(await exists(json))) {
    if (await exists(weights)) throw notAModel(weights);
    return;
  }
  const manifest = await loadManifest(json).catch((error: unknown) => {
    throw notAModel(json, error);
  });
  try {
    await readWeights(newWeights, manifest);
  } catch {
    return;
  }
  await rename(newWeights, weights);
}

async function exists(file: string): Promise<boolean> {
  try {
    await access(file);
    return true;
  } catch (error) {
    if (isCode(error, 'ENOENT')) return false;
    throw error;
  }
}

function notAModel(file: string, cause?: unknown): ModelFileError {
  const text =
    'expects no file of this name but that of a manabi model, got another; choose another folder, or move the file away';
  return new ModelFileError('notAModel', { file }, text, cause);
}
