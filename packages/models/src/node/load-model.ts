import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { checkWeightBytes, modelFrom, type DecodedModel } from '../formats/decode-model.js';
import { ModelFileError } from '../formats/model-file-error.js';
import { maxJsonLength, readModelJson, type ModelManifest } from '../formats/model-json.js';
import { asModelFileError, modelFiles, readLimited } from './model-folder.js';

/**
 * Reads a model that `saveModel` wrote, also one whose saving was cut short. The files may come
 * from anyone, see `decodeModel`.
 *
 * @param path - the model's folder, or the `model.json` in it.
 * @throws ModelFileError
 */
export async function loadModel(path: string): Promise<DecodedModel> {
  const file = await jsonFile(path);
  const manifest = await loadManifest(file);
  return modelFrom(manifest, await loadWeights(dirname(file), manifest));
}

async function jsonFile(path: string): Promise<string> {
  try {
    return (await stat(path)).isDirectory() ? modelFiles(path).json : path;
  } catch (error) {
    throw asModelFileError(error, path);
  }
}

/** The checked contents of a `model.json`. */
export async function loadManifest(file: string): Promise<ModelManifest> {
  const bytes = await readLimited(file, maxJsonLength);
  return readModelJson(decodeUtf8(bytes, file), file);
}

/** The weights that `model.json` names: those in place, else those that are about to replace them. */
async function loadWeights(directory: string, manifest: ModelManifest): Promise<Uint8Array> {
  const { weights, newWeights } = modelFiles(directory);
  try {
    return await readWeights(weights, manifest);
  } catch (error) {
    try {
      return await readWeights(newWeights, manifest);
    } catch {
      throw error;
    }
  }
}

/** The bytes of a file if they are the manifest's weights. */
export async function readWeights(file: string, manifest: ModelManifest): Promise<Uint8Array> {
  const bytes = await readLimited(file, manifest.byteLength);
  checkWeightBytes(manifest, bytes, file);
  return bytes;
}

function decodeUtf8(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    const text = 'expects JSON in UTF-8, got other bytes; copy the file again';
    throw new ModelFileError('notJson', { file }, text, error);
  }
}
