import type { ImagePixels } from '../scene/image-pixels.js';
import { parseHex } from '../theme/contrast.js';
import type { Theme } from '../theme/theme.js';
import { encodePalettePng, encodeRgbPng } from './encode-png.js';

/** Of each image the last: a scene that is drawn again encodes only what is new in it. */
const known = new WeakMap<ImagePixels, { readonly theme: Theme; readonly url: string }>();

/** `data:` URL of a PNG that shows the pixels under a theme; made once for the same two objects. */
export function imageUrl(pixels: ImagePixels, theme: Theme): string {
  const last = known.get(pixels);
  if (last?.theme === theme) return last.url;
  const url = encodeUrl(pixels, theme);
  known.set(pixels, { theme, url });
  return url;
}

function encodeUrl(pixels: ImagePixels, theme: Theme): string {
  const { columns, rows, levels } = pixels;
  const png =
    pixels.scale === 'rgb'
      ? encodeRgbPng(columns, rows, levels)
      : encodePalettePng({ columns, rows, ...usedColors(levels, theme.scales[pixels.scale]) });
  return `data:image/png;base64,${btoa(binary(png))}`;
}

/** Only the colours that occur, in the order of their levels: small images stay small. */
function usedColors(
  levels: Uint8Array,
  scale: (value: number) => string,
): { indices: Uint8Array; palette: Uint8Array } {
  const used = [...new Set(levels)].sort((a, b) => a - b);
  const index = new Uint8Array(256);
  used.forEach((level, i) => (index[level] = i));
  return {
    indices: levels.map((level) => index[level]!),
    palette: Uint8Array.from(used.flatMap((level) => [...parseHex(scale(level / 255))])),
  };
}

function binary(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}
