import type { PublishedFile } from '../catalogue/dataset-info.js';
import type { Bytes } from './gzip.js';

/** Where downloaded files are kept: a folder in Node, Cache Storage in a browser. */
export interface PublishedCache {
  /** The kept bytes, unchecked, or undefined. */
  read(key: string): Promise<Bytes | undefined>;
  /** Keeps the bytes whole or not at all. */
  write(key: string, bytes: Bytes): Promise<void>;
  remove(key: string): Promise<void>;
  /** What to call an entry in messages: a path or an address. */
  locate(key: string): string;
  /** Runs `task` while no other process or tab does so for the same set. */
  exclusively<T>(
    dataset: string,
    signal: AbortSignal | undefined,
    task: () => Promise<T>,
  ): Promise<T>;
}

/**
 * Names a kept file by its set and checksum, since the sets share file names and a corrected
 * checksum must not find an old file.
 */
export function cacheKey(dataset: string, file: PublishedFile): string {
  const hash = file.content.sha256 ?? file.gzip.sha256 ?? 'unchecked';
  return `${dataset}/${file.name}-${hash.slice(0, 12)}.gz`;
}
