import { readFile, stat } from 'node:fs/promises';
import { decodeImage, type DecodedImage } from '@manabi/datasets/images';
import { BadFileError } from '../failures/bad-file-error.js';
import { systemFault } from '../failures/system-words.js';
import { bytes } from '../terminal/figures.js';

/** Larger files are no pictures that anyone wants classified. */
const mostBytes = 256e6;

/**
 * Reads a PNG or JPEG file.
 *
 * @throws BadFileError or DatasetError for a file that is missing, damaged, too large or no image.
 */
export async function readImage(path: string): Promise<DecodedImage> {
  let content: Uint8Array;
  try {
    const found = await stat(path);
    if (!found.isFile()) throw bad(path, found.isDirectory() ? 'a folder' : 'no regular file');
    if (found.size > mostBytes) throw bad(path, bytes(found.size));
    content = await readFile(path);
  } catch (error) {
    if (error instanceof BadFileError) throw error;
    throw bad(path, systemFault(error), error);
  }
  return decodeImage(content, { where: path });
}

function bad(path: string, got: string, cause?: unknown): BadFileError {
  return new BadFileError(`${path}: expected a PNG or JPEG file, got ${got}; name another file`, {
    cause,
  });
}
