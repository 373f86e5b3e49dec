import { mkdir } from 'node:fs/promises';
import path from 'node:path';

/**
 * Creates a folder and the ones above it where they are missing. Node's own `recursive` never
 * returns where the system refuses new folders with ENOENT, as in /proc.
 *
 * @throws the system's error. A file of that name is left for the caller to find.
 */
export async function makeFolder(folder: string): Promise<void> {
  const parent = path.dirname(folder);
  try {
    await mkdir(folder);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return;
    if (codeOf(error) !== 'ENOENT' || parent === folder) throw error;
    await makeFolder(parent);
    await mkdir(folder).catch((again: unknown) => {
      // Another process may have been quicker.
      if (codeOf(again) !== 'EEXIST') throw again;
    });
  }
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code;
}
