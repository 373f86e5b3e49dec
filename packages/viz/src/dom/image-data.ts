import type { ImagePixels } from '../scene/image-pixels.js';
import { parseHex } from '../theme/contrast.js';
import type { ColorScaleName, Theme } from '../theme/theme.js';

const palettes = new WeakMap<Theme, Partial<Record<ColorScaleName, Uint32Array>>>();

/** Pixels under a theme, ready for a canvas. */
export function pixelsToImageData(pixels: ImagePixels, theme: Theme): ImageData {
  const { columns, rows, levels } = pixels;
  const data = new ImageData(columns, rows);
  const colors = new Uint32Array(data.data.buffer);
  if (pixels.scale === 'rgb') {
    for (let i = 0; i < colors.length; i++) {
      colors[i] = packed(levels[3 * i]!, levels[3 * i + 1]!, levels[3 * i + 2]!);
    }
    return data;
  }
  const palette = paletteOf(pixels.scale, theme);
  for (let i = 0; i < colors.length; i++) colors[i] = palette[levels[i]!]!;
  return data;
}

function paletteOf(scale: ColorScaleName, theme: Theme): Uint32Array {
  let known = palettes.get(theme);
  if (known === undefined) palettes.set(theme, (known = {}));
  return (known[scale] ??= Uint32Array.from({ length: 256 }, (_, level) =>
    packed(...parseHex(theme.scales[scale](level / 255))),
  ));
}

/** As the bytes of an ImageData lie in memory on every machine that runs a browser: little-endian. */
function packed(red: number, green: number, blue: number): number {
  return ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0;
}
