import type { ImagePixels } from '../scene/image-pixels.js';
import { parseHex } from '../theme/contrast.js';
import type { ColorScaleName, Theme } from '../theme/theme.js';

const palettes = new WeakMap<Theme, Partial<Record<ColorScaleName, Uint32Array>>>();

/** Pixels under a theme, ready for a canvas. */
export function pixelsToImageData(pixels: ImagePixels, theme: Theme): ImageData {
  const data = new ImageData(pixels.columns, pixels.rows);
  writePixels(data, 0, 0, pixels, theme);
  return data;
}

/** Writes pixels under a theme into a larger picture; they must fit where they are placed. */
export function writePixels(
  { data, width }: ImageData,
  left: number,
  top: number,
  pixels: ImagePixels,
  theme: Theme,
): void {
  const { columns, rows, levels } = pixels;
  const colors = new Uint32Array(data.buffer);
  const palette = pixels.scale === 'rgb' ? undefined : paletteOf(pixels.scale, theme);
  for (let row = 0, i = 0; row < rows; row++) {
    const start = (top + row) * width + left;
    for (let at = start; at < start + columns; at++, i++) {
      colors[at] =
        palette === undefined
          ? packed(levels[3 * i]!, levels[3 * i + 1]!, levels[3 * i + 2]!)
          : palette[levels[i]!]!;
    }
  }
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
