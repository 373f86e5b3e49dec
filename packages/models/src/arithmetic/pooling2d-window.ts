import type { ResolvedPooling2d } from '../shape/resolved-model.js';
import { windowStart } from '../shape/window-start.js';
import type { Cell } from './cell.js';

/** What one number of a pooling layer is made of. */
export interface Pooling2dWindow {
  /** The window's values inside the image, row by row; padding takes no part. */
  readonly values: readonly (Cell & { readonly value: number })[];
  /** The largest of them, or their mean. */
  readonly result: number;
  /** Which value is the largest, the first among equals; undefined for a mean. */
  readonly winner: number | undefined;
}

/**
 * The numbers under one window of a pooling layer.
 *
 * @param input - [h, w, c] of one example, row-major.
 * @param cell - of the layer's output.
 * @param channel - in [0, c).
 */
export function pooling2dWindow(
  layer: ResolvedPooling2d,
  input: ArrayLike<number>,
  { row, column }: Cell,
  channel: number,
): Pooling2dWindow {
  const [height, width, channels] = layer.inputShape as readonly [number, number, number];
  const [rows, columns] = layer.poolSize;
  const [top, left] = windowStart(layer);
  const values = Array.from({ length: rows * columns }, (_, i) => ({
    row: row * layer.strides[0] + top + Math.floor(i / columns),
    column: column * layer.strides[1] + left + (i % columns),
  }))
    .filter(({ row: y, column: x }) => y >= 0 && y < height && x >= 0 && x < width)
    .map((place) => ({
      ...place,
      value: input[(place.row * width + place.column) * channels + channel]!,
    }));
  const numbers = values.map(({ value }) => value);
  if (layer.type === 'averagePooling2d') {
    const sum = numbers.reduce((total, value) => total + value, 0);
    return { values, result: sum / numbers.length, winner: undefined };
  }
  const result = Math.max(...numbers);
  return { values, result, winner: numbers.indexOf(result) };
}
