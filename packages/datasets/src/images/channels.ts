import type { DecodedImage } from './decoded-image.js';

/**
 * One channel of luma: `Y = 0.299 R + 0.587 G + 0.114 B` (ITU-R BT.601, section 2.5.1), rounded.
 * Grey images are returned as they are.
 */
export function toGrey(image: DecodedImage): DecodedImage {
  if (image.channels === 1) return image;
  const { width, height, data } = image;
  const grey = new Uint8Array(width * height);
  for (let pixel = 0; pixel < grey.length; pixel++) {
    const red = data[3 * pixel]!;
    const green = data[3 * pixel + 1]!;
    const blue = data[3 * pixel + 2]!;
    grey[pixel] = Math.round(0.299 * red + 0.587 * green + 0.114 * blue);
  }
  return { width, height, channels: 1, data: grey };
}

/** Three equal channels from one. Colour images are returned as they are. */
export function toColor(image: DecodedImage): DecodedImage {
  if (image.channels === 3) return image;
  const { width, height, data } = image;
  const color = new Uint8Array(3 * data.length);
  data.forEach((value, pixel) => color.fill(value, 3 * pixel, 3 * pixel + 3));
  return { width, height, channels: 3, data: color };
}
