import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { claimModelFolder, makeFolder } from '@manabi/models/node';
import { systemFault } from '../failures/system-words.js';
import { UsageError } from '../failures/usage-error.js';

/**
 * Makes sure, before hours of training, that a model can be saved.
 *
 * @param folder - created when it does not exist.
 * @throws UsageError when it is a file, or cannot be created or written to; ModelFileError when it
 *   holds files of a model's names that are none.
 */
export async function prepareOutputFolder(folder: string): Promise<void> {
  try {
    await makeFolder(folder);
    if (!(await stat(folder)).isDirectory()) throw refusal(folder, 'a file');
    await access(folder, constants.W_OK);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw refusal(folder, systemFault(error), error);
  }
  await claimModelFolder(folder);
}

function refusal(folder: string, got: string, cause?: unknown): UsageError {
  return new UsageError(
    `--out: expected a folder that can be written to, got ${got} at ${folder}; name another folder`,
    { cause },
  );
}
