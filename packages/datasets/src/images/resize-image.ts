import { DatasetError } from '../dataset-error.js';
import type { DecodedImage } from './decoded-image.js';

/** Sources and weights of one output row or column. */
interface Taps {
  readonly first: number;
  readonly weights: readonly number[];
}

/**
 * Stretches an image to width x height with a triangle filter: interpolates linearly where it
 * grows, averages over the covered area where it shrinks, so that small things do not vanish.
 * The aspect ratio is not kept.
 */
export function resizeImage(image: DecodedImage, width: number, height: number): DecodedImage {
  for (const [side, length] of Object.entries({ width, height })) {
    if (!Number.isInteger(length) || length < 1) {
      throw new DatasetError('invalid', {
        where: `resizeImage: ${side}`,
        expected: 'a whole number of pixels',
        got: String(length),
      });
    }
  }
  if (image.width === width && image.height === height) return image;
  const { channels, data } = image;
  const columns = triangleTaps(image.width, width);
  const rows = triangleTaps(image.height, height);
  const narrowed = new Float32Array(image.height * width * channels);
  for (let y = 0; y < image.height; y++) {
    columns.forEach(({ first, weights }, x) => {
      for (let channel = 0; channel < channels; channel++) {
        let sum = 0;
        weights.forEach((weight, k) => {
          sum += weight * data[(y * image.width + first + k) * channels + channel]!;
        });
        narrowed[(y * width + x) * channels + channel] = sum;
      }
    });
  }
  const stride = width * channels;
  const resized = new Uint8Array(height * stride);
  rows.forEach(({ first, weights }, y) => {
    for (let i = 0; i < stride; i++) {
      let sum = 0;
      weights.forEach((weight, k) => {
        sum += weight * narrowed[(first + k) * stride + i]!;
      });
      resized[y * stride + i] = Math.round(sum);
    }
  });
  return { width, height, channels, data: resized };
}

/** For each of `to` outputs, the inputs under a triangle as wide as the scale, weights adding to 1. */
function triangleTaps(from: number, to: number): Taps[] {
  const scale = from / to;
  const reach = Math.max(1, scale);
  return Array.from({ length: to }, (_, output) => {
    const centre = (output + 0.5) * scale;
    const first = Math.max(0, Math.floor(centre - reach));
    const end = Math.min(from, Math.ceil(centre + reach));
    const weights = Array.from({ length: end - first }, (_, k) =>
      Math.max(0, 1 - Math.abs(first + k + 0.5 - centre) / reach),
    );
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    return { first, weights: weights.map((weight) => weight / total) };
  });
}
