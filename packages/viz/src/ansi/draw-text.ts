import { cellWidth, characterCells } from '../text/cell-width.js';
import type { CellGrid } from './cell-grid.js';

export interface CellText {
  readonly text: string;
  /** The anchor in cells, with a fraction. */
  readonly x: number;
  /** The row. */
  readonly row: number;
  readonly align: 'start' | 'middle' | 'end';
  readonly color: number;
  readonly bold: boolean;
}

/**
 * Places a text on cells. It moves sideways to stay on the screen; where it would touch text that
 * is there already it is left out, because two half words tell less than one whole.
 */
export function drawText(grid: CellGrid, { text, x, row, align, color, bold }: CellText): void {
  const width = cellWidth(text);
  if (row < 0 || row >= grid.rows || width === 0 || width > grid.columns) return;
  const shift = align === 'start' ? 0 : align === 'middle' ? width / 2 : width;
  const wanted = Math.round(x - shift);
  const start = Math.min(grid.columns - width, Math.max(0, wanted));
  const first = row * grid.columns + start;
  const before = start > 0 ? first - 1 : first;
  const after = start + width < grid.columns ? first + width : first + width - 1;
  for (let at = before; at <= after; at++) {
    if (grid.characters[at] !== undefined) return;
  }
  let at = first;
  for (const character of text) {
    const cells = characterCells(character);
    if (cells === 0) {
      grid.characters[at - 1] = `${grid.characters[at - 1] ?? ''}${character}`;
      continue;
    }
    grid.characters[at] = character;
    if (cells === 2) grid.characters[at + 1] = '';
    for (let part = at; part < at + cells; part++) {
      grid.characterColors[part] = color;
      grid.bold[part] = bold ? 1 : 0;
    }
    at += cells;
  }
}
