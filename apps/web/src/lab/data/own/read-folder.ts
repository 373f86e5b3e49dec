/** @file Decodes a folder of images, one after another, so that one large image lies in memory at a time. */
import { DatasetError } from '@manabi/datasets';
import { decodeImage } from '@manabi/datasets/images';
import {
  assembleImages,
  convertImage,
  type Assembled,
  type ImageOptions,
  type ReadImage,
} from './assemble-images.js';
import type { FolderFiles } from './folder-files.js';
import type { DataNotice } from './problems.js';

/** A photo of 24 megapixels takes about half a gigabyte to decode. */
export const mostPixels = 24_000_000;

/** @param onProgress - files read so far. */
export async function readFolder(
  folder: FolderFiles,
  options: ImageOptions,
  onProgress: (done: number) => void,
): Promise<Assembled> {
  const images: ReadImage[] = [];
  const notices: DataNotice[] = [...folder.notices];
  if (folder.files.length === 0) {
    return { kind: 'refused', problem: { kind: 'nothing-chosen' }, notices };
  }
  for (const [done, { path, file, label, part }] of folder.files.entries()) {
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const decoded = decodeImage(bytes, { where: path, maxPixels: mostPixels });
      images.push({ path, label, part, image: convertImage(decoded, options) });
    } catch (error) {
      notices.push(noticeOf(error, path));
    }
    onProgress(done + 1);
  }
  const assembled = assembleImages(folder.name, folder.classNames, images, options);
  return { ...assembled, notices: [...notices, ...assembled.notices] };
}

function noticeOf(error: unknown, file: string): DataNotice {
  if (!(error instanceof DatasetError)) return { kind: 'damaged-image', file };
  if (error.code === 'too-large') return { kind: 'huge-image', file, maxPixels: mostPixels };
  return { kind: error.code === 'unsupported' ? 'not-an-image' : 'damaged-image', file };
}
