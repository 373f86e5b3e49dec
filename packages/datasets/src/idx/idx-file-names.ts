import type { PublishedFile } from '../catalogue/dataset-info.js';

/** What one of the four IDX files of a folder holds. */
export type IdxRole = Pick<PublishedFile, 'part' | 'holds'>;

/** The four files of a folder, in the order train images, train labels, test images, test labels. */
export const idxRoles: readonly IdxRole[] = [
  { part: 'train', holds: 'images' },
  { part: 'train', holds: 'labels' },
  { part: 'test', holds: 'images' },
  { part: 'test', holds: 'labels' },
];

/** `train-images-idx3-ubyte` and `train-images.idx3-ubyte` are both around; colour is `idx4`. */
const spelling = /^(train|t10k|test)-(images|labels)[-.]idx([134])-ubyte(\.gz)?$/;

/** What a file holds by its name, or undefined for other files. */
export function idxRole(fileName: string): IdxRole | undefined {
  const match = spelling.exec(fileName);
  if (match === null) return undefined;
  const [, part, holds, rank] = match;
  if ((holds === 'labels') !== (rank === '1')) return undefined;
  return {
    part: part === 'train' ? 'train' : 'test',
    holds: holds === 'images' ? 'images' : 'labels',
  };
}

/** The usual name of a file, for messages. */
export function usualFileName({ part, holds }: IdxRole): string {
  const rank = holds === 'images' ? 3 : 1;
  return `${part === 'train' ? 'train' : 't10k'}-${holds}-idx${rank}-ubyte.gz`;
}
