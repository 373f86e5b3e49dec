import { open, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { lock } from 'proper-lockfile';
import writeFileAtomic from 'write-file-atomic';
import { DatasetError } from '../dataset-error.js';
import type { PublishedCache } from '../published/published-cache.js';
import { makeFolder } from './make-folder.js';
import { readBytesIfPresent } from './read-bytes.js';

/** A process that has not renewed its lock for so long has died. */
const staleMs = 15_000;
const pollMs = 100;

/** Keeps downloads in a folder; files appear whole or not at all. */
export function diskCache(directory: string): PublishedCache {
  const locate = (key: string): string => path.join(directory, ...key.split('/'));
  return {
    locate,
    read: (key) => readBytesIfPresent(locate(key)),
    async write(key, bytes) {
      const file = locate(key);
      try {
        await makeFolder(path.dirname(file));
        await writeFileAtomic(file, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
        await syncDirectory(path.dirname(file));
      } catch (error) {
        throw unwritable(directory, error);
      }
    },
    remove: (key) => rm(locate(key), { force: true }),
    async exclusively(dataset, signal, task) {
      const folder = locate(dataset);
      await makeFolder(folder).catch((error: unknown) => {
        throw unwritable(directory, error);
      });
      const release = await acquire(folder, signal);
      try {
        return await task();
      } finally {
        // A lost lock cannot be released; the work under it is done all the same.
        await release().catch(() => undefined);
      }
    },
  };
}

function unwritable(directory: string, cause: unknown): DatasetError {
  return new DatasetError('invalid', {
    where: directory,
    expected: 'a folder that can be written, to keep downloads in',
    got: cause instanceof Error ? cause.message : String(cause),
    remedy: 'set MANABI_CACHE_DIR to another folder',
    path: directory,
    cause,
  });
}

async function acquire(
  folder: string,
  signal: AbortSignal | undefined,
): Promise<() => Promise<void>> {
  for (;;) {
    signal?.throwIfAborted();
    try {
      // A lock lost to a suspended machine costs a second download, no more: writes are atomic.
      return await lock(folder, { stale: staleMs, onCompromised: () => undefined });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ELOCKED') throw unwritable(folder, error);
      await sleep(pollMs);
    }
  }
}

/** Makes a rename survive a power cut; Windows cannot open folders and needs no such step. */
async function syncDirectory(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
