/** @file The arithmetic of pixels in this lesson. */
import type { Dataset } from '@manabi/datasets';
import { paintedLevels, type polarities } from './state.js';

type Polarity = (typeof polarities)[number];

/**
 * Brightness of a painted pixel in [0, 255].
 *
 * @param value - whole number in [0, 4).
 * @param zero - what 0 is drawn as.
 */
export function brightness(value: number, zero: Polarity): number {
  const step = 255 / (paintedLevels - 1);
  return step * (zero === 'black' ? value : paintedLevels - 1 - value);
}

/** Where a pixel stands in the list that the rows give one after the other, from 0. */
export function listIndex(row: number, column: number, columns: number): number {
  return row * columns + column;
}

/** Bits for as many different values: 2 for 4, 8 for 256. */
export function bitsFor(values: number): number {
  return Math.ceil(Math.log2(values));
}

/** Whether the first row goes from black to white and back, in steps of one. */
export function isGradient(pixels: readonly number[]): boolean {
  return [0, 1, 2, 3, 3, 2, 1, 0].every((value, column) => pixels[column] === value);
}

/** Pixels of the first row that are as {@link isGradient} wants them. */
export function rightInGradient(pixels: readonly number[]): number {
  const wanted = [0, 1, 2, 3, 3, 2, 1, 0];
  return wanted.filter((value, column) => pixels[column] === value).length;
}

/**
 * The `nth` image of a class, from 0; where there are fewer, counting starts again.
 *
 * @returns [28 * 28], in [0, 255], 0 black.
 */
export function imageOf(data: Dataset, label: number, nth: number): Uint8Array {
  const found = Array.from(data.labels.keys()).filter((index) => data.labels[index] === label);
  const index = found[nth % found.length] ?? 0;
  const length = data.inputShape.reduce((a, b) => a * b, 1);
  return Uint8Array.from(data.inputs.subarray(index * length, (index + 1) * length));
}
