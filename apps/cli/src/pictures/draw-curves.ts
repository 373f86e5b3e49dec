import { learningCurves, renderAnsi, type LearningRun, type TerminalColor } from '@manabi/viz';
import { unitsPerCell } from './units-per-cell.js';

/** Wider curves say no more. */
const widest = 100;
/** Fewer columns have no room for axes. */
const narrowest = 24;

/**
 * Loss and accuracy by epoch in braille: of one run at its end, or of several over each other.
 *
 * @param columns - width of the terminal; no line is longer.
 * @returns empty where single epochs make no curve, or there is no room.
 */
export function drawCurves(
  runs: readonly LearningRun[],
  columns: number,
  color: TerminalColor,
): string {
  const width = Math.min(columns, widest);
  if (runs.every(({ epochs }) => epochs.length < 2) || width < narrowest) return '';
  const scene = learningCurves(runs, { width: unitsPerCell * width });
  return renderAnsi(scene, { columns: width, color });
}
