import { join } from 'node:path';
import { cacheDirectory, fetchPublishedDataset, obtainPublishedFiles } from '@manabi/datasets/node';
import { makeFolder } from '@manabi/models/node';
import type { ExitCode } from '../failures/exit-codes.js';
import { systemFault } from '../failures/system-words.js';
import { UsageError } from '../failures/usage-error.js';
import { bytes } from '../terminal/figures.js';
import { interruptible } from '../terminal/interruption.js';
import { note, print } from '../terminal/output.js';
import type { FetchOptions } from './command.js';
import { downloadNotes } from './download-notes.js';
import { publishedName } from './published-names.js';
import { writePacked } from './write-packed.js';

/**
 * `manabi data fetch`: download what is not in the cache; every byte is checked. With `--out` any
 * copy will do, and it is written as the site, and `--data-dir`, read it.
 */
export async function fetchDatasets(
  words: readonly string[],
  { out }: FetchOptions,
): Promise<ExitCode> {
  const names = words.map(publishedName);
  const interruption = interruptible(() => {
    note('\nStopping; what has arrived whole is kept.');
  });
  const { signal } = interruption;
  try {
    for (const name of names) {
      const folder = out === undefined ? join(cacheDirectory(), name) : join(out, name);
      if (out !== undefined) await makeOutputFolder(folder);
      const options = { signal, onEvent: downloadNotes() };
      const files = await (out === undefined ? fetchPublishedDataset : obtainPublishedFiles)(
        name,
        options,
      );
      const packed = out === undefined ? '' : await writePacked(folder, files);
      const size = files.reduce((total, file) => total + file.bytes.length, 0);
      print(
        `${name}: ${files.length} files, ${packed}${bytes(size)} unpacked, checked, in ${folder}`,
      );
    }
    return interruption.exitCode();
  } catch (error) {
    if (error !== signal.reason) throw error;
    return interruption.exitCode();
  } finally {
    interruption.release();
  }
}

/** Before anything is downloaded. @throws UsageError */
async function makeOutputFolder(folder: string): Promise<void> {
  try {
    await makeFolder(folder);
  } catch (error) {
    throw new UsageError(
      `--out: expected a folder that can be made, got ${systemFault(error)} at ${folder}; name another folder`,
      { cause: error },
    );
  }
}
