import { group, rect, text } from '../scene/make-marks.js';
import type { Datum, Mark } from '../scene/mark.js';
import type { SolidPaint } from '../theme/paint.js';

/** One square of a matrix of numbers. */
export interface MatrixCell {
  readonly paint: SolidPaint;
  /** What it says; default nothing. */
  readonly text?: string;
  readonly label?: string;
  readonly datum?: Datum;
  readonly focusable?: boolean;
  /** Drawn with a dashed outline, as padding is. */
  readonly faint?: boolean;
}

export interface CellMatrixLayout {
  /** Prefix of the cells' ids: `id-row-column`. */
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly cellWidth: number;
  readonly cellHeight: number;
  /** Default 12. */
  readonly textSize?: number;
}

/** A matrix as coloured cells, row by row, with numbers that read well on their colour. */
export function cellMatrix(
  cells: readonly (readonly MatrixCell[])[],
  layout: CellMatrixLayout,
): Mark {
  const { id, x, y, cellWidth: width, cellHeight: height, textSize = 12 } = layout;
  const children = cells.flatMap((row, i) =>
    row.map((cell, j) => {
      const [left, top] = [j * width, i * height];
      const outline = cell.faint === true ? { dash: [2, 2] } : {};
      return group(
        [
          rect(left, top, width, height, {
            ...outline,
            fill: cell.paint,
            stroke: 'axis',
            strokeWidth: 0.5,
          }),
          ...(cell.text === undefined || cell.text === ''
            ? []
            : [
                text(left + width / 2, top + height / 2, cell.text, {
                  size: textSize,
                  align: 'middle',
                  fill: { on: cell.paint },
                }),
              ]),
        ],
        {
          id: `${id}-${i}-${j}`,
          ...(cell.label === undefined ? {} : { label: cell.label }),
          ...(cell.datum === undefined ? {} : { datum: cell.datum }),
          ...(cell.focusable === undefined ? {} : { focusable: cell.focusable }),
        },
      );
    }),
  );
  return group(children, { id, x, y });
}

/** A frame around cells of a matrix: rows and columns from the first to before the end. */
export function matrixFrame(
  layout: CellMatrixLayout,
  rows: readonly [first: number, end: number],
  columns: readonly [first: number, end: number],
  id: string,
): Mark {
  const { x, y, cellWidth: width, cellHeight: height } = layout;
  return rect(
    x + columns[0] * width,
    y + rows[0] * height,
    (columns[1] - columns[0]) * width,
    (rows[1] - rows[0]) * height,
    { id, role: 'highlight', stroke: 'highlight', strokeWidth: 3 },
  );
}
