import { convertIndexedToRgb, decode } from 'fast-png';
import type { DecodedImage } from './decoded-image.js';
import { trimPng } from './png-chunks.js';

/**
 * Decodes a PNG of any kind. Transparent pixels are laid on white, as a page shows them.
 *
 * @param maxPixels - larger images are refused before anything is unpacked.
 * @param where - names the file in errors.
 */
export function decodePng(bytes: Uint8Array, maxPixels: number, where: string): DecodedImage {
  const png = decode(trimPng(bytes, maxPixels, where), { checkCrc: true });
  const { width, height, palette } = png;
  const samples =
    palette === undefined
      ? png
      : { data: convertIndexedToRgb(png), channels: palette[0]!.length, depth: 8 };
  return layOnWhite(width, height, samples);
}

/** Pixels of 1 grey, 2 grey and alpha, 3 RGB or 4 RGBA samples. */
interface Samples {
  readonly data: ArrayLike<number>;
  readonly channels: number;
  /** Bits a sample; below 8, several share a byte and each row begins a new one. */
  readonly depth: number;
}

function layOnWhite(width: number, height: number, samples: Samples): DecodedImage {
  const { data, channels: stored, depth } = samples;
  const channels = stored < 3 ? 1 : 3;
  const hasAlpha = stored === 2 || stored === 4;
  const full = 2 ** depth - 1;
  const rowBytes = Math.ceil((width * depth) / 8);
  const sample = (x: number, y: number, channel: number): number => {
    if (depth >= 8) return data[(y * width + x) * stored + channel]! / full;
    const bit = x * depth;
    const byte = data[y * rowBytes + Math.floor(bit / 8)]!;
    return ((byte >> (8 - depth - (bit % 8))) & full) / full;
  };
  const opaque = new Uint8Array(width * height * channels);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const alpha = hasAlpha ? sample(x, y, stored - 1) : 1;
      for (let channel = 0; channel < channels; channel++) {
        const value = alpha * sample(x, y, channel) + (1 - alpha);
        opaque[(y * width + x) * channels + channel] = Math.round(255 * value);
      }
    }
  }
  return { width, height, channels, data: opaque };
}
