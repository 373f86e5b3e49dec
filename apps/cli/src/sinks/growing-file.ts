import {
  closeSync,
  existsSync,
  fstatSync,
  ftruncateSync,
  openSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { makeFolder } from '@manabi/models/node';
import { refusedWrite } from '../files/refused-write.js';

/**
 * A file that grows by whole pieces: each is handed to the system at once, so a crash leaves complete
 * ones, and one that does not fit on the disk is taken back.
 */
export interface GrowingFile {
  readonly write: (piece: string | Uint8Array) => void;
  /** Takes away what a former run left. */
  readonly clear: () => void;
  /** A file that was made for nothing is removed. */
  readonly close: () => void;
}

/**
 * Opens a file, which stays as it is until something is written.
 *
 * @param option - which one named it, for errors.
 * @throws UsageError when it cannot be written to.
 */
export async function openGrowingFile(option: string, path: string): Promise<GrowingFile> {
  const isNew = !existsSync(path);
  let file: number;
  try {
    await makeFolder(dirname(path));
    file = openSync(path, 'a');
  } catch (error) {
    throw refusedWrite(option, path, error);
  }
  return {
    write(piece) {
      const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece;
      const before = fstatSync(file).size;
      try {
        for (let written = 0; written < bytes.length;) {
          written += writeSync(file, bytes, written);
        }
      } catch (error) {
        // Devices cannot be shortened; there is nothing to take back then.
        if (before > 0) ftruncateSync(file, before);
        throw Object.assign(error as Error, { path });
      }
    },
    clear() {
      if (fstatSync(file).isFile()) ftruncateSync(file);
    },
    close() {
      const { size } = fstatSync(file);
      closeSync(file);
      if (isNew && size === 0) unlinkSync(path);
    },
  };
}
