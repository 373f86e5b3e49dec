import { pixelGrid, renderAnsi, type GreyImage } from '@manabi/viz';
import { colorDepth } from '../terminal/color-depth.js';
import { terminalColumns } from '../terminal/columns.js';

/** One image as text for stdout, two pixels a cell in height, reduced where it is too wide. */
export function drawImage(image: GreyImage): string {
  return renderAnsi(pixelGrid(image), { columns: terminalColumns(), color: colorDepth() });
}
