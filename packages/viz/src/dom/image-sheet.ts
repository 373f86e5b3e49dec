import type { ImagePixels } from '../scene/image-pixels.js';
import type { Theme } from '../theme/theme.js';
import { writePixels } from './image-data.js';

/** Many small images on one canvas, to be drawn from there. */
export interface ImageSheet {
  readonly element: HTMLCanvasElement;
  /** Puts images on the sheet in place of those that were there; returns the corner of each. */
  lay(images: readonly ImagePixels[], theme: Theme): readonly SheetPlace[];
}

export interface SheetPlace {
  readonly left: number;
  readonly top: number;
}

/** Wider where one image is. */
const leastWidth = 1024;

/** Hundreds of images brought to a canvas at once, which takes a tenth of the time of one by one. */
export function imageSheet(document: Document): ImageSheet {
  const element = document.createElement('canvas');
  /** Written again and again: a new one costs more than what is written into it. */
  let data: ImageData | undefined;
  return {
    element,
    lay(images, theme) {
      const width = Math.max(leastWidth, ...images.map(({ columns }) => columns));
      let [left, top, height] = [0, 0, 0];
      const places = images.map(({ columns, rows }): SheetPlace => {
        if (left + columns > width) [left, top] = [0, height];
        const place = { left, top };
        left += columns;
        height = Math.max(height, top + rows);
        return place;
      });
      if (height === 0) return places;
      if (element.width !== width) element.width = width;
      if (element.height !== height) element.height = height;
      if (data?.width !== width || data.height !== height) data = new ImageData(width, height);
      const written = data;
      places.forEach(({ left, top }, i) => writePixels(written, left, top, images[i]!, theme));
      element.getContext('2d', { willReadFrequently: true })?.putImageData(written, 0, 0);
      return places;
    },
  };
}
