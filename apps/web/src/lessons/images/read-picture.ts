import type { ColorImage } from '@manabi/viz';

/** Pixels along each side that a reader's picture is made into: few enough to be seen one by one. */
const side = 24;

/**
 * A picture of the reader's as few pixels: its middle square, made small. It never leaves the page.
 *
 * @throws when the file is not an image that this browser reads.
 */
export async function readPicture(file: Blob): Promise<ColorImage> {
  const bitmap = await createImageBitmap(file);
  const size = Math.min(bitmap.width, bitmap.height);
  const [left, top] = [(bitmap.width - size) / 2, (bitmap.height - size) / 2];
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = side;
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  context.imageSmoothingQuality = 'high';
  // What is transparent in the file is white on the page.
  context.fillStyle = 'white';
  context.fillRect(0, 0, side, side);
  context.drawImage(bitmap, left, top, size, size, 0, 0, side, side);
  bitmap.close();
  const { data } = context.getImageData(0, 0, side, side);
  return { columns: side, rows: side, values: data.filter((_, index) => index % 4 !== 3) };
}
