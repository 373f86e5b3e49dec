import { readdir } from 'node:fs/promises';
import { DatasetError } from '../dataset-error.js';

/**
 * Names in a folder, hidden ones left out.
 *
 * @throws DatasetError `not-found` when there is no such folder.
 */
export async function listFolder(directory: string): Promise<string[]> {
  try {
    const names = await readdir(directory);
    return names.filter((name) => !name.startsWith('.'));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT' && code !== 'ENOTDIR') throw error;
    throw new DatasetError('not-found', {
      where: directory,
      expected: 'a folder',
      got: code === 'ENOENT' ? 'nothing there' : 'a file',
      path: directory,
      cause: error,
    });
  }
}
