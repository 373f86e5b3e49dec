/** @file One image of the reader's, for a network to be asked about. */
import { DatasetError } from '@manabi/datasets';
import { decodeImage, resizeImage, type DecodedImage } from '@manabi/datasets/images';
import { mostPixels } from './read-folder.js';

export type ReadImageFile =
  | { readonly kind: 'image'; readonly image: DecodedImage }
  | { readonly kind: 'refused'; readonly problem: 'unreadable' | 'huge' };

/** Longest side of what the page gets: enough to see, and to crop from. */
const longestSide = 320;

export async function readImage(file: File): Promise<ReadImageFile> {
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const image = decodeImage(bytes, { where: file.name, maxPixels: mostPixels });
    const scale = Math.min(1, longestSide / Math.max(image.width, image.height));
    const [width, height] = [image.width, image.height].map((side) =>
      Math.max(1, Math.round(side * scale)),
    );
    return { kind: 'image', image: resizeImage(image, width!, height!) };
  } catch (error) {
    if (!(error instanceof DatasetError)) throw error;
    return { kind: 'refused', problem: error.code === 'too-large' ? 'huge' : 'unreadable' };
  }
}
