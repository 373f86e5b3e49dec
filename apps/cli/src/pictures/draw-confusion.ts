import { confusionMatrix, renderAnsi, type ConfusionRecord } from '@manabi/viz';
import { colorDepth } from '../terminal/color-depth.js';
import { unitsPerCell } from './units-per-cell.js';

/** What is taken for what, in so many columns; shares of each row where counts do not fit. */
export function drawConfusion(record: ConfusionRecord, columns: number): string {
  const scene = confusionMatrix(record, { width: columns * unitsPerCell });
  return renderAnsi(scene, { columns, color: colorDepth() });
}
