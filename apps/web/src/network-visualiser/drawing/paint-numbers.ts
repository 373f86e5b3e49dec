import { toLevels, type ColorScaleName, type Theme } from '@manabi/viz';
import { pixelsToImageData } from '@manabi/viz/dom';

/**
 * Paints numbers on a canvas, one a pixel, with zero in the middle of a diverging scale.
 *
 * @param values - [height * width] of the canvas, row-major.
 * @param largest - size of the numbers at the ends of the scale, above 0.
 */
export function paintNumbers(
  canvas: HTMLCanvasElement,
  values: ArrayLike<number>,
  largest: number,
  scale: ColorScaleName,
  theme: Theme,
): void {
  const { width: columns, height: rows } = canvas;
  const levels = toLevels(values, -largest, largest);
  const pixels = pixelsToImageData({ scale, columns, rows, levels }, theme);
  canvas.getContext('2d')?.putImageData(pixels, 0, 0);
}

/** Size of the largest number, above 0 so that it can divide. */
export function largestSize(values: Iterable<number>): number {
  let largest = 1e-12;
  for (const value of values) largest = Math.max(largest, Math.abs(value));
  return largest;
}
