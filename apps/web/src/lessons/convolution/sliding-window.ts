/** @file A window that slides over an image, and what a kernel makes of each place. */
import { kernelSize } from './state.js';

/** [rows * columns], row by row. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly values: readonly number[];
}

/** A kernel of 3x3, and how it moves over an image. */
export interface Sliding {
  readonly image: Matrix;
  /** [9]. */
  readonly weights: readonly number[];
  /** Default 1. */
  readonly stride?: number;
  /** Rings of zeros around the image; 1 is `same`. Default 0: `valid`. */
  readonly padding?: number;
}

/** Places of a window along a side: `floor((size + 2 padding - 3) / stride) + 1`. */
export function outputSize(size: number, stride: number, padding: number): number {
  return Math.floor((size + 2 * padding - kernelSize) / stride) + 1;
}

/** The nine numbers under the window, for the output cell at a row and column. */
export function windowAt(
  { image, stride = 1, padding = 0 }: Sliding,
  row: number,
  column: number,
): readonly number[] {
  return Array.from({ length: kernelSize * kernelSize }, (_, i) => {
    const y = row * stride - padding + Math.floor(i / kernelSize);
    const x = column * stride - padding + (i % kernelSize);
    const inside = y >= 0 && y < image.rows && x >= 0 && x < image.columns;
    return inside ? (image.values[y * image.columns + x] ?? 0) : 0;
  });
}

/** `sum_i window_i weight_i`. */
export function sumOfProducts(window: readonly number[], weights: readonly number[]): number {
  // Adding 0 turns -0 into 0.
  return window.reduce((sum, value, i) => sum + value * (weights[i] ?? 0), 0) + 0;
}

/** The kernel's answer at every place, without flipping, as networks compute it. */
export function slide(sliding: Sliding): Matrix {
  const { image, weights, stride = 1, padding = 0 } = sliding;
  const rows = outputSize(image.rows, stride, padding);
  const columns = outputSize(image.columns, stride, padding);
  const values = Array.from({ length: rows * columns }, (_, i) =>
    sumOfProducts(windowAt(sliding, Math.floor(i / columns), i % columns), weights),
  );
  return { rows, columns, values };
}

/** The output cell whose window has a cell of the padded image nearest to its middle. */
export function nearestStep(
  row: number,
  column: number,
  stride: number,
  output: Pick<Matrix, 'rows' | 'columns'>,
): number {
  const along = (index: number, count: number) =>
    Math.min(count - 1, Math.max(0, Math.round((index - 1) / stride)));
  return along(row, output.rows) * output.columns + along(column, output.columns);
}
