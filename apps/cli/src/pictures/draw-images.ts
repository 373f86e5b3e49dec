import { imageGrid, renderAnsi, type GreyImage } from '@manabi/viz';
import { colorDepth } from '../terminal/color-depth.js';
import { terminalColumns } from '../terminal/columns.js';
import { unitsPerCell } from './units-per-cell.js';

/** An image with the words below it. */
export interface CaptionedImage {
  readonly image: GreyImage;
  readonly caption: string;
}

/** Images in rows as text for stdout, a cell for every second pixel from top to bottom. */
export function drawImages(images: readonly CaptionedImage[]): string {
  const columns = terminalColumns();
  const widest = Math.max(...images.map(({ image }) => image.columns));
  const scene = imageGrid(
    images.map(({ image, caption }) => ({ image, truth: caption })),
    { width: columns * unitsPerCell, imageSize: Math.min(widest, columns) * unitsPerCell },
  );
  return renderAnsi(scene, { columns, color: colorDepth() });
}
