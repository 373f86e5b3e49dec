import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import writeFileAtomic from 'write-file-atomic';
import type { obtainPublishedFiles } from '@manabi/datasets/node';
import { bytes as inWords } from '../terminal/figures.js';

const pack = promisify(gzip);

/**
 * Writes the files of a set as `<name>.gz` into a folder that is there: the very bytes that were
 * published where they are at hand, which is the only form in which some sets can be checked.
 *
 * @returns their size in words, for a sentence that goes on.
 */
export async function writePacked(
  folder: string,
  files: Awaited<ReturnType<typeof obtainPublishedFiles>>,
): Promise<string> {
  let size = 0;
  for (const { file, path, bytes } of files) {
    const found = await readFile(path);
    const isPacked = found[0] === 0x1f && found[1] === 0x8b;
    const packed = isPacked ? found : await pack(bytes, { level: 9 });
    await writeFileAtomic(join(folder, `${file.name}.gz`), packed);
    size += packed.length;
  }
  return `${inWords(size)}, `;
}
