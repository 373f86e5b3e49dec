import type { DatasetInfo, PublishedFile } from '../catalogue/dataset-info.js';
import type { TrainTestDatasets } from '../dataset.js';
import { DatasetError } from '../dataset-error.js';
import { idxDataset } from '../idx/idx-dataset.js';
import { checkPublishedBytes } from './check-file.js';
import { type DownloadOptions, downloadFile } from './download-file.js';
import type { Bytes, Gunzip } from './gzip.js';
import { type PublishedCache, cacheKey } from './published-cache.js';

export interface ObtainOptions extends DownloadOptions {
  readonly cache: PublishedCache;
  readonly gunzip: Gunzip;
}

/** The unpacked, checked bytes of one file and the words that name it. */
export interface ObtainedFile {
  readonly file: PublishedFile;
  readonly path: string;
  readonly bytes: Bytes;
}

/** The four files of a set from the cache, and what is missing or damaged there from a mirror. */
export async function obtainFiles(
  { name: dataset, files }: DatasetInfo,
  options: ObtainOptions,
): Promise<readonly ObtainedFile[]> {
  const kept = await Promise.all(files.map((file) => readKept(dataset, file, options)));
  if (kept.every((file) => file !== undefined)) return kept;
  return options.cache.exclusively(dataset, options.signal, async () => {
    const obtained: ObtainedFile[] = [];
    for (const [k, file] of files.entries()) {
      // Another process may have fetched the file while this one waited.
      const found = kept[k] ?? (await readKept(dataset, file, options));
      obtained.push(found ?? (await fetchAndKeep(dataset, file, options)));
    }
    return obtained;
  });
}

async function readKept(
  dataset: string,
  file: PublishedFile,
  { cache, gunzip, onEvent, signal }: ObtainOptions,
): Promise<ObtainedFile | undefined> {
  signal?.throwIfAborted();
  const key = cacheKey(dataset, file);
  const bytes = await cache.read(key);
  if (bytes === undefined) return undefined;
  const path = cache.locate(key);
  try {
    return { file, path, bytes: await checkPublishedBytes(bytes, file, gunzip, path) };
  } catch (error) {
    if (!(error instanceof DatasetError) || error.code !== 'corrupt') throw error;
    onEvent?.({ type: 'corruptCache', dataset, file: file.name, error });
    await cache.remove(key);
    return undefined;
  }
}

async function fetchAndKeep(
  dataset: string,
  file: PublishedFile,
  options: ObtainOptions,
): Promise<ObtainedFile> {
  const { bytes, content } = await downloadFile(dataset, file, options.gunzip, options);
  const key = cacheKey(dataset, file);
  await options.cache.write(key, bytes);
  return { file, path: options.cache.locate(key), bytes: content };
}

/** Joins the four checked files of a set. */
export function publishedDatasets(
  info: DatasetInfo,
  files: readonly ObtainedFile[],
): TrainTestDatasets {
  const join = (part: PublishedFile['part']) => {
    const find = (holds: PublishedFile['holds']) =>
      files.find(({ file }) => file.part === part && file.holds === holds)!;
    return idxDataset({
      name: info.name,
      images: find('images'),
      labels: find('labels'),
      classNames: info.classNames.en,
    });
  };
  return { train: join('train'), test: join('test') };
}
