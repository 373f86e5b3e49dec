import { open } from 'node:fs/promises';
import process from 'node:process';

/** Writes a new file; it is on the disk when this returns. */
export async function writeSynced(file: string, content: Uint8Array | string): Promise<void> {
  const handle = await open(file, 'w');
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Puts new and renamed entries of a folder on the disk. */
export async function syncFolder(folder: string): Promise<void> {
  // Windows opens no folders and keeps their entries by itself.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
