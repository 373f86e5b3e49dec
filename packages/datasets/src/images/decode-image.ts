import { DatasetError } from '../dataset-error.js';
import { decodeJpeg, isJpeg, isTooLarge } from './decode-jpeg.js';
import { decodePng } from './decode-png.js';
import type { DecodedImage } from './decoded-image.js';
import { isPng } from './png-chunks.js';

export interface DecodeOptions {
  /** Images with more pixels are refused before they take memory; default 2^24, such as 4096 x 4096. */
  readonly maxPixels?: number;
  /** Names the file in errors; default `image`. */
  readonly where?: string;
}

/**
 * Decodes a PNG or JPEG file, told apart by its first bytes.
 *
 * @returns Grey stays one channel, everything else becomes red, green, blue; no alpha.
 * @throws DatasetError `corrupt` when the file is damaged, `too-large` when it has too many pixels,
 * `unsupported` when it is of another format.
 */
export function decodeImage(bytes: Uint8Array, options: DecodeOptions = {}): DecodedImage {
  const { maxPixels = 2 ** 24, where = 'image' } = options;
  try {
    if (isPng(bytes)) return decodePng(bytes, maxPixels, where);
    if (isJpeg(bytes)) return decodeJpeg(bytes, maxPixels);
  } catch (error) {
    if (error instanceof DatasetError) throw error;
    if (isTooLarge(error)) {
      throw new DatasetError('too-large', {
        where,
        expected: `an image of 1 to ${maxPixels} pixels`,
        got: 'more',
        path: where,
        cause: error,
      });
    }
    throw new DatasetError('corrupt', {
      where,
      expected: `an intact ${isPng(bytes) ? 'PNG' : 'JPEG'} file`,
      got: error instanceof Error ? error.message : String(error),
      path: where,
      cause: error,
    });
  }
  throw new DatasetError('unsupported', {
    where,
    expected: 'a PNG or JPEG file',
    got: 'another format',
    path: where,
    remedy: 'convert it first',
  });
}
