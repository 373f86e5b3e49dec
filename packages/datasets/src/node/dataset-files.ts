/** @file What is on this machine, for commands such as `data list` and `data verify`. */
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { type PublishedSet, publishedInfo } from '../catalogue/dataset-info.js';
import { DatasetError } from '../dataset-error.js';
import { checkFile, checkPublishedBytes } from '../published/check-file.js';
import { cacheKey } from '../published/published-cache.js';
import { type DirectoryOptions, cacheDirectory } from './directories.js';
import { diskCache } from './disk-cache.js';
import { gunzip } from './gunzip.js';
import { findIdxFiles } from './idx-folder.js';
import { readBytes } from './read-bytes.js';
import { ownDirectory } from './published-datasets.js';

/** One of the four files of a set, as it is on this machine. */
export interface LocalFile {
  /** Such as `train-images-idx3-ubyte`. */
  readonly name: string;
  /** Where it is, or where it would be kept. */
  readonly path: string;
  /** The user's data folder wins over the cache. */
  readonly place: 'data' | 'cache';
  /** Null when it is not there. */
  readonly sizeBytes: number | null;
}

/** The files of a set on this machine, not opened. */
export async function listLocalFiles(
  set: PublishedSet,
  options: DirectoryOptions = {},
): Promise<readonly LocalFile[]> {
  const { name, files } = publishedInfo(set);
  const directory = ownDirectory(name, options);
  const find = directory === undefined ? undefined : await findIdxFiles(directory);
  const cache = diskCache(cacheDirectory(options));
  return Promise.all(
    files.map(async (file): Promise<LocalFile> => {
      const place = directory === undefined ? 'cache' : 'data';
      const location =
        directory === undefined
          ? cache.locate(cacheKey(name, file))
          : (find?.(file) ?? path.join(directory, `${file.name}.gz`));
      return { name: file.name, path: location, place, sizeBytes: await fileSize(location) };
    }),
  );
}

async function fileSize(file: string): Promise<number | null> {
  try {
    return (await stat(file)).size;
  } catch {
    return null;
  }
}

/** What a check of one file found. */
export interface VerifiedFile extends LocalFile {
  /**
   * - `verified`: its checksum is the published one.
   * - `unverified`: its size is right, and no published checksum fits this form of the file.
   * - `corrupt`: `error` says what is wrong.
   * - `missing`: not there.
   */
  readonly status: 'verified' | 'unverified' | 'corrupt' | 'missing';
  readonly error: DatasetError | null;
}

/** Reads every file of a set on this machine and checks it; changes nothing. */
export async function verifyLocalFiles(
  set: PublishedSet,
  options: DirectoryOptions = {},
): Promise<readonly VerifiedFile[]> {
  const { files } = publishedInfo(set);
  const local = await listLocalFiles(set, options);
  return Promise.all(
    local.map(async (entry, k): Promise<VerifiedFile> => {
      if (entry.sizeBytes === null) return { ...entry, status: 'missing', error: null };
      try {
        const bytes = await readBytes(entry.path);
        if (entry.place === 'cache') {
          await checkPublishedBytes(bytes, files[k]!, gunzip, entry.path);
          return { ...entry, status: 'verified', error: null };
        }
        const { verified } = await checkFile(bytes, files[k]!, gunzip, entry.path);
        return { ...entry, status: verified ? 'verified' : 'unverified', error: null };
      } catch (error) {
        if (!(error instanceof DatasetError)) throw error;
        return { ...entry, status: 'corrupt', error };
      }
    }),
  );
}
