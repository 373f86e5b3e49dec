import type { ColorScaleName, Theme } from '@manabi/viz';

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
  const context = canvas.getContext('2d');
  if (context === null) return;
  const color = theme.scales[scale];
  const pixels = context.createImageData(canvas.width, canvas.height);
  for (let i = 0; i < values.length; i++) {
    const bits = Number.parseInt(color(0.5 + values[i]! / (2 * largest)).slice(1), 16);
    pixels.data.set([bits >> 16, (bits >> 8) & 255, bits & 255, 255], 4 * i);
  }
  context.putImageData(pixels, 0, 0);
}

/** Size of the largest number, above 0 so that it can divide. */
export function largestSize(values: Iterable<number>): number {
  let largest = 1e-12;
  for (const value of values) largest = Math.max(largest, Math.abs(value));
  return largest;
}
