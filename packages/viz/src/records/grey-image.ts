import type { ImageMark } from '../scene/mark.js';

/** A grey image as data sets store it. */
export interface GreyImage {
  readonly columns: number;
  readonly rows: number;
  /** [rows * columns], row-major, in [0, 255]: 0 black, 255 white. */
  readonly values: ArrayLike<number>;
}

/** A grey image as a mark that fills a square of a given side as far as its shape lets it. */
export function greyImage(image: GreyImage, x: number, y: number, side: number): ImageMark {
  const { columns, rows } = image;
  const levels = Uint8Array.from(image.values);
  const pixel = side / Math.max(columns, rows);
  const [width, height] = [columns * pixel, rows * pixel];
  return { type: 'image', x, y, width, height, pixels: { scale: 'ink', columns, rows, levels } };
}
