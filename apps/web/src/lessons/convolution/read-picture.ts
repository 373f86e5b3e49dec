/** @file A picture of the reader's own, read in the page: it is sent nowhere. */
import type { Matrix } from './sliding-window.js';

/** Longest side of the picture as it is used. */
const longestSide = 64;

/** Width and height that keep the shape and fit; a side is at least as long as the kernel. */
export function fitSize(width: number, height: number): { rows: number; columns: number } {
  const scale = Math.min(1, longestSide / Math.max(width, height));
  return {
    rows: Math.max(3, Math.round(height * scale)),
    columns: Math.max(3, Math.round(width * scale)),
  };
}

/** Brightness of each pixel: `0.299 R + 0.587 G + 0.114 B` (ITU-R BT.601), rounded. */
export function toGrey(rgba: ArrayLike<number>): number[] {
  return Array.from({ length: rgba.length / 4 }, (_, i) =>
    Math.round(0.299 * rgba[4 * i]! + 0.587 * rgba[4 * i + 1]! + 0.114 * rgba[4 * i + 2]!),
  );
}

/** Rejects when the file is no picture that this browser reads. */
export async function readPicture(file: Blob): Promise<Matrix> {
  const bitmap = await createImageBitmap(file);
  try {
    const { rows, columns } = fitSize(bitmap.width, bitmap.height);
    const canvas = document.createElement('canvas');
    canvas.width = columns;
    canvas.height = rows;
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('this browser gives no canvas to draw on');
    // What is transparent lies on white paper.
    context.fillStyle = '#fff';
    context.fillRect(0, 0, columns, rows);
    context.imageSmoothingQuality = 'high';
    context.drawImage(bitmap, 0, 0, columns, rows);
    return { rows, columns, values: toGrey(context.getImageData(0, 0, columns, rows).data) };
  } finally {
    bitmap.close();
  }
}
