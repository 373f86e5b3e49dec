import { predictionBars, renderAnsi, type PredictionRecord } from '@manabi/viz';
import { colorDepth } from '../terminal/color-depth.js';
import { terminalColumns } from '../terminal/columns.js';
import { unitsPerCell } from './units-per-cell.js';

/** Enough for an image and ten bars; wider bars do not say more. */
const widest = 80;

/** The image and one bar for each class, as text for stdout. */
export function drawPrediction(record: PredictionRecord): string {
  const columns = Math.min(widest, terminalColumns());
  const scene = predictionBars(record, { width: columns * unitsPerCell });
  return renderAnsi(scene, { columns, color: colorDepth() });
}
