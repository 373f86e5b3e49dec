import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { DatasetError } from '../dataset-error.js';

/** Names in a folder in code point order, whatever the locale; hidden ones are left out. */
export interface FolderNames {
  readonly folders: readonly string[];
  /** Also links to nothing, which fail when they are read. */
  readonly files: readonly string[];
}

/**
 * What a folder holds; links count as what they lead to.
 *
 * @throws DatasetError `not-found` when there is no such folder, or it cannot be read.
 */
export async function listFolder(directory: string): Promise<FolderNames> {
  const names = (await readNames(directory)).filter((name) => !name.startsWith('.')).sort();
  const areFolders = await Promise.all(names.map((name) => isFolder(path.join(directory, name))));
  return {
    folders: names.filter((_, k) => areFolders[k]),
    files: names.filter((_, k) => !areFolders[k]),
  };
}

async function readNames(directory: string): Promise<string[]> {
  try {
    return await readdir(directory);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const got = code === 'ENOENT' ? 'nothing there' : code === 'ENOTDIR' ? 'a file' : message;
    throw new DatasetError('not-found', {
      where: directory,
      expected: 'a folder',
      got,
      path: directory,
      cause: error,
    });
  }
}

async function isFolder(location: string): Promise<boolean> {
  try {
    return (await stat(location)).isDirectory();
  } catch {
    return false;
  }
}
