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
  return Array.from(values).reduce(
    (largest, value) => Math.max(largest, Math.abs(value)),
    Number.MIN_VALUE,
  );
}
