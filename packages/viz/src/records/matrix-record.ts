import { expectLength } from '../scene/scene-error.js';

/** A matrix of numbers as a record carries it. */
export interface MatrixRecord {
  readonly rows: number;
  readonly columns: number;
  /** [rows * columns], row-major. */
  readonly values: ArrayLike<number>;
}

/** The rows of a matrix. @throws SceneError `chart-record` when its values do not fill it. */
export function toRows(where: string, matrix: MatrixRecord): readonly (readonly number[])[] {
  expectLength(`${where}: values`, matrix.values, matrix.rows * matrix.columns);
  const values = Array.from(matrix.values);
  return Array.from({ length: matrix.rows }, (_, row) =>
    values.slice(row * matrix.columns, (row + 1) * matrix.columns),
  );
}

/** Largest absolute value, at least the smallest positive number, so that it can divide. */
export function largestSize(values: ArrayLike<number>): number {
  let largest = Number.MIN_VALUE;
  // eslint-disable-next-line @typescript-eslint/prefer-for-of -- an ArrayLike has no iterator
  for (let i = 0; i < values.length; i++) {
    const size = Math.abs(values[i]!);
    // As Math.max would: one number that is none makes the result none.
    if (size > largest || Number.isNaN(size)) largest = size;
  }
  return largest;
}
