import { readFile } from 'node:fs/promises';
import { DatasetError } from '../dataset-error.js';
import type { Bytes } from '../published/gzip.js';

/**
 * A file as a plain `Uint8Array`: Node's `Buffer` has a `slice` of its own that does not copy.
 *
 * @throws DatasetError `not-found` when it is not there or cannot be read.
 */
export async function readBytes(file: string): Promise<Bytes> {
  try {
    return plainBytes(await readFile(file));
  } catch (error) {
    throw unreadable(file, error);
  }
}

/** {@link readBytes}, or undefined when there is no such file. */
export async function readBytesIfPresent(file: string): Promise<Bytes | undefined> {
  try {
    return plainBytes(await readFile(file));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw unreadable(file, error);
  }
}

/** The same memory without `Buffer`'s methods. */
export function plainBytes(buffer: Buffer): Bytes {
  return new Uint8Array(buffer.buffer as ArrayBuffer, buffer.byteOffset, buffer.byteLength);
}

function unreadable(file: string, cause: unknown): DatasetError {
  return new DatasetError('not-found', {
    where: file,
    expected: 'a file that can be read',
    got: cause instanceof Error ? cause.message : String(cause),
    path: file,
    cause,
  });
}
