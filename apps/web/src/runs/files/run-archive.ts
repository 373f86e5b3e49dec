/** @file Files of a run in one zip: what browsers save, and every system unpacks. */
import { strFromU8, unzipSync, zipSync } from 'fflate';

/** A file by its path, such as `mlp/model.json`. */
export interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Files of one archive that are looked at; a run has three. */
const mostFiles = 64;

/** Not compressed: weights hardly get smaller. */
export function packFiles(folder: string, files: readonly NamedBytes[]): Uint8Array<ArrayBuffer> {
  const entries = files.map(({ name, bytes }) => [`${folder}/${name}`, bytes] as const);
  return zipSync(Object.fromEntries(entries), { level: 0 });
}

/** Whether bytes begin as a zip does. */
export function isArchive(bytes: Uint8Array): boolean {
  return strFromU8(bytes.subarray(0, 4), true) === 'PK\x03\x04';
}

/**
 * Unpacks what may be of a run. Sizes are checked before anything is allocated.
 *
 * @param mostBytes - of all files together.
 * @throws Error for what is no zip, or one with too much in it.
 */
export function unpackFiles(archive: Uint8Array, mostBytes: number): readonly NamedBytes[] {
  let count = 0;
  let sizeBytes = 0;
  const files = unzipSync(archive, {
    filter({ name, originalSize }) {
      const isWanted = /\.(json|bin)$/i.test(name) && !/(^|\/)(\._|__MACOSX\/)/.test(name);
      if (!isWanted) return false;
      count++;
      sizeBytes += originalSize;
      if (count > mostFiles || sizeBytes > mostBytes) {
        throw new Error(`zip: expected at most ${mostFiles} files of ${mostBytes} bytes in all`);
      }
      return true;
    },
  });
  return Object.entries(files).map(([name, bytes]) => ({ name, bytes }));
}
