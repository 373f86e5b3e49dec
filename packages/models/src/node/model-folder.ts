import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ModelFileError } from '../formats/model-file-error.js';

/** The files of a model in its folder. */
export interface ModelFiles {
  readonly json: string;
  readonly weights: string;
  /** Weights that `model.json` names already and that are about to replace `weights`. */
  readonly newWeights: string;
}

/** Where the files of a model lie in `directory`. */
export function modelFiles(directory: string): ModelFiles {
  return {
    json: join(directory, 'model.json'),
    weights: join(directory, 'weights.bin'),
    newWeights: join(directory, 'weights.bin.new'),
  };
}

/**
 * Reads a regular file of at most `maxBytes`, which is checked before anything is allocated.
 *
 * @throws ModelFileError
 */
export async function readLimited(file: string, maxBytes: number): Promise<Uint8Array> {
  try {
    const { size } = await regularFile(file);
    if (size > maxBytes) {
      const text = `expects at most ${maxBytes} bytes, got ${size}; it is not of this model`;
      throw new ModelFileError('tooLarge', { file }, text);
    }
    return await readFile(file);
  } catch (error) {
    throw asModelFileError(error, file);
  }
}

async function regularFile(file: string) {
  const found = await stat(file);
  // A pipe or a device could be read without end.
  if (found.isFile()) return found;
  const text = 'expects a file, got a folder or a device; move it away and save the model again';
  throw new ModelFileError('inaccessible', { file }, text);
}

/** An error of the file system in the terms of this package; a ModelFileError stays as it is. */
export function asModelFileError(error: unknown, file: string): ModelFileError {
  if (error instanceof ModelFileError) return error;
  if (isCode(error, 'ENOENT')) {
    const text = 'expects a saved model, got nothing; check the path, or save a model there first';
    return new ModelFileError('notFound', { file }, text, error);
  }
  const reason = error instanceof Error ? error.message : String(error);
  const text = `expects a file that can be read, got "${reason}"; check its permissions`;
  return new ModelFileError('inaccessible', { file }, text, error);
}

/** Like {@link asModelFileError} where a model is to be saved. */
export function savingError(error: unknown, file: string): ModelFileError {
  if (error instanceof ModelFileError) return error;
  const reason = error instanceof Error ? error.message : String(error);
  const text = `expects a folder that can be written, got "${reason}"; choose another folder`;
  return new ModelFileError('inaccessible', { file }, text, error);
}

/** Whether an error of the file system has this code, such as `ENOENT`. */
export function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
