/** @file One number a neuron as a coloured cell, in rows. */
import type { ColorScaleName, Mark, Scene } from '@manabi/viz';

export interface UnitGrid {
  readonly values: ArrayLike<number>;
  /** A diverging one. */
  readonly scale: ColorScaleName;
  /** What has the full colour; above 0. */
  readonly limit: number;
  /** Most cells in a row. */
  readonly columns: number;
  readonly selected?: number;
  /** Begins the ids: `hidden-5`. */
  readonly id: string;
  /** What the reader is told of a cell. */
  readonly label: (index: number, value: number) => string;
  readonly title: string;
  readonly finding: string;
  /** Over the two columns of the table. */
  readonly head: readonly [unit: string, value: string];
}

const gap = 2;
const largestCell = 30;

/** Cells in a row: sixteen, or eight where that leaves too little for a finger. */
export function unitColumns(units: number, width: number): number {
  return Math.min(units, width < 250 ? 8 : 16);
}

export function unitGridScene(grid: UnitGrid, width: number): Scene {
  const { values, scale, limit, columns, selected, id, label, head } = grid;
  const cell = Math.min(largestCell, (width - gap * (columns - 1)) / columns);
  const step = cell + gap;
  const numbers = Array.from(values);
  return {
    width: columns * step - gap,
    height: Math.ceil(numbers.length / columns) * step - gap,
    title: grid.title,
    description: grid.finding,
    table: {
      caption: grid.title,
      columns: head,
      rows: numbers.map((value, i) => [i + 1, Number(value.toPrecision(4))]),
    },
    marks: numbers.map((value, i): Mark => {
      const isSelected = i === selected;
      return {
        type: 'rect',
        id: `${id}-${i}`,
        x: (i % columns) * step + (isSelected ? 1 : 0),
        y: Math.floor(i / columns) * step + (isSelected ? 1 : 0),
        width: cell - (isSelected ? 2 : 0),
        height: cell - (isSelected ? 2 : 0),
        radius: 2,
        fill: { scale, value: share(value, limit) },
        stroke: isSelected ? 'highlight' : 'grid',
        strokeWidth: isSelected ? 3 : 1,
        label: label(i, value),
        datum: { index: i },
        focusable: true,
      };
    }),
  };
}

/** Place on a diverging scale; what is no number stands in its middle. */
export function share(value: number, limit: number): number {
  const place = 0.5 + value / (2 * limit);
  return Number.isNaN(place) ? 0.5 : Math.min(1, Math.max(0, place));
}
