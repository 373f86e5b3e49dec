/** @file Which cell of the maps becomes which number when they are laid out in a row, and back. */
import type { Column } from './columns.js';

export interface MapPlace {
  readonly row: number;
  readonly column: number;
  readonly channel: number;
}

/** `(row * columns + column) * channels + channel`. */
export function indexOfPlace(shape: readonly number[], { row, column, channel }: MapPlace): number {
  const [, columns = 1, channels = 1] = shape;
  return (row * columns + column) * channels + channel;
}

export function placeOfIndex(shape: readonly number[], index: number): MapPlace {
  const [, columns = 1, channels = 1] = shape;
  const cell = Math.floor(index / channels);
  return {
    row: Math.floor(cell / columns),
    column: cell % columns,
    channel: index % channels,
  };
}

/** The maps whose numbers a column hands on in a row; undefined where there are none. */
export function imagePlaces(
  columns: readonly Column[],
  index: number,
): { readonly name: string; readonly shape: readonly number[] } | undefined {
  const column = columns[index];
  if (column === undefined) return undefined;
  if (column.shape.length === 3) return { name: column.name, shape: column.shape };
  const type = column.layer?.type;
  return type === 'flatten' || type === 'dropout' ? imagePlaces(columns, index - 1) : undefined;
}
