/**
 * @file Text widths without a browser. The letters' widths are those of Helvetica (Adobe Font
 * Metrics for the PDF core fonts, thousandths of the font size), which Arial and Liberation Sans
 * share; Japanese glyphs are squares. A browser test compares them with Chromium's.
 */
import { cellWidth, characterCells } from './cell-width.js';

/** From space (32) to tilde (126). */
const helvetica = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
  556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
  611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
  667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500,
  222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];

/** Width of a text in scene units at a font size in scene units. */
export function measureText(text: string, size: number): number {
  let thousandths = 0;
  for (const character of text) {
    thousandths += helvetica[character.charCodeAt(0) - 32] ?? characterCells(character) * 500 + 60;
  }
  return (thousandths * size) / 1000;
}

/** One terminal cell in scene units: charts whose rows are this high line up in a terminal. */
export const cell = { width: 8, height: 16 } as const;

/** Room that a text needs on the page and in a terminal: the larger of the two. */
export function textRoom(text: string, size: number): number {
  return Math.max(measureText(text, size), cellWidth(text) * cell.width);
}
