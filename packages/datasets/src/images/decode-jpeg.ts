import jpeg from 'jpeg-js';
import type { DecodedImage } from './decoded-image.js';

/** Whether the bytes begin as JPEG does. */
export function isJpeg(bytes: Uint8Array): boolean {
  return bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff;
}

/**
 * Decodes a baseline or progressive JPEG as RGB.
 *
 * @param maxPixels - larger images are refused.
 */
export function decodeJpeg(bytes: Uint8Array, maxPixels: number): DecodedImage {
  const { width, height, data } = jpeg.decode(bytes, {
    useTArray: true,
    formatAsRGBA: false,
    tolerantDecoding: false,
    maxResolutionInMP: maxPixels / 1e6,
    // The decoder keeps coefficients, samples and the result: about 20 bytes a pixel.
    maxMemoryUsageInMB: 16 + (32 * maxPixels) / 1e6,
  });
  return { width, height, channels: 3, data };
}

/** Whether the decoder refused an image for its number of pixels; it says so in its message alone. */
export function isTooLarge(error: unknown): boolean {
  return error instanceof Error && /^max(ResolutionInMP|MemoryUsageInMB) limit/.test(error.message);
}
