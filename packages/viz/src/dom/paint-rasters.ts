import type { ImagePixels } from '../scene/image-pixels.js';
import type { ImageMark } from '../scene/mark.js';
import type { Scene } from '../scene/scene.js';
import { walkMarks } from '../scene/walk-marks.js';
import type { Theme } from '../theme/theme.js';
import { imageSheet } from './image-sheet.js';

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
  const sheet = imageSheet(document);
  let painted: { readonly key: string; readonly pixels: readonly ImagePixels[] } | undefined;

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
      if (context === null) return;
      context.clearRect(0, 0, width, height);
      context.imageSmoothingEnabled = false;
      const places = sheet.lay(pixels, theme);
      images.forEach(({ mark, x, y, scale }, i) => {
        const { columns, rows } = mark.pixels;
        const { left, top } = places[i]!;
        context.drawImage(
          sheet.element,
          ...([left, top, columns, rows] as const),
          ...([ratio * (x + scale * mark.x), ratio * (y + scale * mark.y)] as const),
          ...([ratio * scale * mark.width, ratio * scale * mark.height] as const),
        );
      });
    },
  };
}

/** How large the page shows the scene; 1 before it is laid out. */
function shownScale(element: HTMLCanvasElement, scene: Scene): number {
  const { width } = element.getBoundingClientRect();
  return width === 0 ? 1 : width / scene.width;
}
