import { readFile } from 'node:fs/promises';
import type { Bytes } from '../published/gzip.js';

/** A file as a plain `Uint8Array`: Node's `Buffer` has a `slice` of its own that does not copy. */
export async function readBytes(file: string): Promise<Bytes> {
  return plainBytes(await readFile(file));
}

/** {@link readBytes}, or undefined when there is no such file. */
export async function readBytesIfPresent(file: string): Promise<Bytes | undefined> {
  try {
    return await readBytes(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** The same memory without `Buffer`'s methods. */
export function plainBytes(buffer: Buffer): Bytes {
  return new Uint8Array(buffer.buffer as ArrayBuffer, buffer.byteOffset, buffer.byteLength);
}
