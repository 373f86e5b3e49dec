/** @file Maps as pixels: one number, one pixel. */
import { toLevels, type ColorScaleName, type ScaledPixels } from '@manabi/viz';

/** One channel of [rows, columns, channels], row-major. */
export interface Plane {
  readonly rows: number;
  readonly columns: number;
  readonly values: ArrayLike<number>;
  /** Default 1. */
  readonly channels?: number;
  /** Default 0. */
  readonly channel?: number;
}

export function valueAt(plane: Plane, row: number, column: number): number {
  const { columns, values, channels = 1, channel = 0 } = plane;
  return values[(row * columns + column) * channels + channel] ?? 0;
}

/** Its numbers, row by row. */
function numbersOf({ rows, columns, values, channels = 1, channel = 0 }: Plane): Float64Array {
  const numbers = new Float64Array(rows * columns);
  for (let i = 0; i < numbers.length; i++) numbers[i] = values[i * channels + channel]!;
  return numbers;
}

/** The largest size of a few numbers, so that it can divide. */
export function largestOf(values: ArrayLike<number>): number {
  let most = Number.MIN_VALUE;
  // eslint-disable-next-line @typescript-eslint/prefer-for-of -- an ArrayLike has no iterator
  for (let i = 0; i < values.length; i++) most = Math.max(most, Math.abs(values[i]!));
  return most;
}

/** @param limit - the number at the end of the colours; grey goes from 0, others from -limit. */
export function planePixels(plane: Plane, scale: ColorScaleName, limit: number): ScaledPixels {
  const { rows, columns } = plane;
  const low = scale === 'ink' || scale === 'amount' ? 0 : -limit;
  return { scale, rows, columns, levels: toLevels(numbersOf(plane), low, limit) };
}
