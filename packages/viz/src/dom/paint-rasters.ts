import type { ImagePixels } from '../scene/image-pixels.js';
import type { ImageMark } from '../scene/mark.js';
import type { Scene } from '../scene/scene.js';
import { walkMarks } from '../scene/walk-marks.js';
import { parseHex } from '../theme/contrast.js';
import type { ColorScaleName, Theme } from '../theme/theme.js';

/** A scene's images on a canvas. */
export interface RasterCanvas {
  readonly element: HTMLCanvasElement;
  /** Paints the images of a scene, unless they are those that are there. */
  paint(scene: Scene, theme: Theme): void;
}

/**
 * A canvas for the images of scenes, with hard pixel edges: some hundred small images are painted
 * in a few milliseconds, where as elements of an SVG each is encoded and decoded.
 */
export function rasterCanvas(document: Document): RasterCanvas {
  const element = document.createElement('canvas');
  const scratch = document.createElement('canvas');
  const palettes = new Map<string, Uint32Array>();
  let painted: { readonly key: string; readonly pixels: readonly ImagePixels[] } | undefined;

  function paletteOf(scale: ColorScaleName, theme: Theme): Uint32Array {
    const name = `${theme.name} ${scale}`;
    const known = palettes.get(name);
    if (known !== undefined) return known;
    const colors = Uint32Array.from({ length: 256 }, (_, level) => {
      const [red, green, blue] = parseHex(theme.scales[scale](level / 255));
      return packed(red, green, blue);
    });
    palettes.set(name, colors);
    return colors;
  }

  function toImageData(pixels: ImagePixels, theme: Theme): ImageData {
    const { columns, rows, levels } = pixels;
    const data = new ImageData(columns, rows);
    const colors = new Uint32Array(data.data.buffer);
    if (pixels.scale === 'rgb') {
      for (let i = 0; i < colors.length; i++) {
        colors[i] = packed(levels[3 * i]!, levels[3 * i + 1]!, levels[3 * i + 2]!);
      }
    } else {
      const palette = paletteOf(pixels.scale, theme);
      for (let i = 0; i < colors.length; i++) colors[i] = palette[levels[i]!]!;
    }
    return data;
  }

  return {
    element,
    paint(scene, theme) {
      const images = [...walkMarks(scene.marks)].filter(
        (placed): placed is typeof placed & { mark: ImageMark } => placed.mark.type === 'image',
      );
      const ratio = (document.defaultView?.devicePixelRatio ?? 1) * shownScale(element, scene);
      const [width, height] = [Math.round(scene.width * ratio), Math.round(scene.height * ratio)];
      const key = `${theme.name} ${width} ${height}`;
      const pixels = images.map(({ mark }) => mark.pixels);
      const same = pixels.length === painted?.pixels.length;
      if (same && painted?.key === key && pixels.every((one, i) => one === painted?.pixels[i])) {
        return;
      }
      painted = { key, pixels };
      if (element.width !== width) element.width = width;
      if (element.height !== height) element.height = height;
      const context = element.getContext('2d');
      const small = scratch.getContext('2d', { willReadFrequently: true });
      if (context === null || small === null) return;
      context.clearRect(0, 0, width, height);
      context.imageSmoothingEnabled = false;
      scratch.width = Math.max(1, ...pixels.map(({ columns }) => columns));
      scratch.height = Math.max(1, ...pixels.map(({ rows }) => rows));
      for (const { mark, x, y, scale } of images) {
        const { columns, rows } = mark.pixels;
        small.putImageData(toImageData(mark.pixels, theme), 0, 0);
        context.drawImage(
          scratch,
          ...([0, 0, columns, rows] as const),
          ...([ratio * (x + scale * mark.x), ratio * (y + scale * mark.y)] as const),
          ...([ratio * scale * mark.width, ratio * scale * mark.height] as const),
        );
      }
    },
  };
}

/** How large the page shows the scene; 1 before it is laid out. */
function shownScale(element: HTMLCanvasElement, scene: Scene): number {
  const { width } = element.getBoundingClientRect();
  return width === 0 ? 1 : width / scene.width;
}

/** As the bytes of an ImageData lie in memory on every machine that runs a browser: little-endian. */
function packed(red: number, green: number, blue: number): number {
  return ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0;
}
