import type { ImagePixels } from '../scene/image-pixels.js';
import { rect, text } from '../scene/make-marks.js';
import type { Mark } from '../scene/mark.js';

/** A small image with its name below and a frame that tells whether it is the chosen one. */
export function imageTile(
  pixels: ImagePixels,
  width: number,
  height: number,
  name: string,
  chosen: boolean,
): readonly Mark[] {
  return [
    { type: 'image', x: 0, y: 0, width, height, pixels },
    rect(0, 0, width, height, {
      stroke: chosen ? 'highlight' : 'axis',
      strokeWidth: chosen ? 3 : 0.5,
      role: chosen ? 'highlight' : 'grid',
    }),
    text(0, height + 9, name, { size: 11, fill: chosen ? 'text' : 'muted', bold: chosen }),
  ];
}
