import type { DecodedImage } from './decoded-image.js';
import type { GreyImage } from './prepare-digit.js';

/**
 * Whether an image looks like dark ink on light paper, the reverse of MNIST: its outermost pixels,
 * where paper shows, are in the lighter half on average.
 *
 * @param image - at least one pixel.
 */
export function isDarkOnLight({ data, width, height }: GreyImage): boolean {
  let sum = 0;
  let count = 0;
  for (let y = 0; y < height; y++) {
    const isEdgeRow = y === 0 || y === height - 1;
    const step = isEdgeRow ? 1 : Math.max(1, width - 1);
    for (let x = 0; x < width; x += step) {
      sum += data[y * width + x]!;
      count++;
    }
  }
  return sum / count > 127.5;
}

/** The negative, `255 - v`, of an image of any channels. */
export function invertImage(image: DecodedImage): DecodedImage {
  return { ...image, data: image.data.map((value) => 255 - value) };
}
