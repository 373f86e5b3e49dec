import { existsSync } from 'node:fs';
import path from 'node:path';
import { type DatasetInfo, type PublishedSet, publishedInfo } from '../catalogue/dataset-info.js';
import type { TrainTestDatasets } from '../dataset.js';
import { DatasetError } from '../dataset-error.js';
import { checkFile } from '../published/check-file.js';
import type { DatasetEvent } from '../published/dataset-event.js';
import { type ObtainedFile, obtainFiles, publishedDatasets } from '../published/obtain-files.js';
import { type DirectoryOptions, cacheDirectory, dataDirectory } from './directories.js';
import { diskCache } from './disk-cache.js';
import { gunzip } from './gunzip.js';
import { findIdxFiles } from './idx-folder.js';
import { readBytes } from './read-bytes.js';

export interface PublishedDatasetOptions extends DirectoryOptions {
  /** Default the platform's; a test or a proxy puts its own here. */
  readonly fetch?: typeof fetch | undefined;
  /** Addresses of folders that end in `/`; default those of the catalogue. */
  readonly mirrors?: readonly string[] | undefined;
  /** Progress, failed mirrors and damaged files in the cache. */
  readonly onEvent?: ((event: DatasetEvent) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds without a byte after which a mirror has failed; default 30,000. */
  readonly stallMs?: number | undefined;
}

/**
 * Loads MNIST, Fashion-MNIST, KMNIST or a set that the caller describes: from the user's data folder without network when it holds
 * the set, else from the cache, else from the mirrors. Every byte is checked before it is used.
 *
 * @throws DatasetError `unavailable` without network and cache, `corrupt` when a file of the data
 * folder is not the published one, `not-found` when that folder holds only a part of the set.
 */
export async function loadPublishedDataset(
  set: PublishedSet,
  options: PublishedDatasetOptions = {},
): Promise<TrainTestDatasets> {
  return publishedDatasets(publishedInfo(set), await obtainPublishedFiles(set, options));
}

/** The four unpacked, checked files behind {@link loadPublishedDataset}, from the same places. */
export async function obtainPublishedFiles(
  set: PublishedSet,
  options: PublishedDatasetOptions = {},
): Promise<readonly ObtainedFile[]> {
  const info = publishedInfo(set);
  return (await readDataDirectory(info, options)) ?? fetchPublishedDataset(info, options);
}

/**
 * Makes sure that the four files of a set are in the cache, downloading what is missing or damaged.
 *
 * @returns The unpacked, checked files.
 */
export async function fetchPublishedDataset(
  set: PublishedSet,
  options: PublishedDatasetOptions = {},
): Promise<readonly ObtainedFile[]> {
  const info = publishedInfo(set);
  try {
    return await obtainFiles(info, {
      cache: diskCache(cacheDirectory(options)),
      gunzip,
      fetch: options.fetch ?? fetch,
      mirrors: options.mirrors ?? info.mirrors,
      onEvent: options.onEvent,
      signal: options.signal,
      stallMs: options.stallMs ?? 30_000,
    });
  } catch (error) {
    if (!(error instanceof DatasetError) || error.code !== 'unavailable') throw error;
    throw offline(info, options, error);
  }
}

/** The folder of one set inside the user's data folder, when there is one. */
export function ownDirectory(name: string, options: DirectoryOptions): string | undefined {
  const root = dataDirectory(options);
  if (root === undefined) return undefined;
  const directory = path.join(root, name);
  return existsSync(directory) ? directory : undefined;
}

async function readDataDirectory(
  { name, files }: DatasetInfo,
  options: PublishedDatasetOptions,
): Promise<readonly ObtainedFile[] | undefined> {
  const directory = ownDirectory(name, options);
  if (directory === undefined) return undefined;
  const find = await findIdxFiles(directory);
  return Promise.all(
    files.map(async (file) => {
      const found = find(file);
      if (found === undefined) {
        throw new DatasetError('not-found', {
          where: directory,
          expected: `${file.name} or ${file.name}.gz`,
          got: 'neither',
          path: path.join(directory, `${file.name}.gz`),
          remedy: 'put all four files there, or remove the folder to download the set',
        });
      }
      const { content } = await checkFile(await readBytes(found), file, gunzip, found);
      return { file, path: found, bytes: content };
    }),
  );
}

/** Says which files are needed, where they go, and what works without them. */
function offline(
  { name, files }: DatasetInfo,
  options: PublishedDatasetOptions,
  cause: DatasetError,
): DatasetError {
  const names = files.map((file) => `${file.name}.gz`);
  const folder = path.join(dataDirectory(options) ?? 'DIR', name);
  const setting = dataDirectory(options) === undefined ? ' and set MANABI_DATA_DIR to DIR' : '';
  return new DatasetError('unavailable', {
    where: name,
    expected: `a copy in ${cacheDirectory(options)} or a mirror that delivers one`,
    got: cause.details.got,
    remedy: `put ${names.join(', ')} into ${folder}${setting}, or use synthetic-digits, which needs no files`,
    path: cacheDirectory(options),
    cause,
  });
}
