/**
 * @file TensorBoard's events (TensorFlow `core/util/event.proto`, `core/framework/summary.proto` and
 * `histogram.proto`), as records of an event file. Field numbers are those of these files.
 */
import {
  bytesField,
  concatenate,
  doubleField,
  doublesField,
  floatField,
  integerField,
  textField,
} from './protobuf-fields.js';
import { tfRecord } from './tf-record.js';
import type { WeightHistogram } from './weight-histogram.js';

/** A picture as TensorBoard shows it. */
export interface EncodedImage {
  readonly width: number;
  readonly height: number;
  /** Numbers a pixel: 1 grey, 3 red, green and blue. */
  readonly channels: 1 | 3;
  /** The whole PNG file. */
  readonly png: Uint8Array;
}

/** One value under its tag, such as `epoch_loss`. A slash groups: `dense1/kernel`. */
export type SummaryValue = { readonly tag: string } & (
  | { readonly scalar: number }
  | { readonly histogram: WeightHistogram }
  | { readonly image: EncodedImage }
);

/**
 * The record that an event file starts with.
 *
 * @param wallTimeSeconds - since 1970.
 */
export function eventFileHeader(wallTimeSeconds: number): Uint8Array<ArrayBuffer> {
  return tfRecord(concatenate([doubleField(1, wallTimeSeconds), textField(3, 'brain.Event:2')]));
}

/**
 * Values of one step as a record of an event file.
 *
 * @param step - where they stand on the horizontal axis, from 0.
 * @param wallTimeSeconds - since 1970.
 */
export function eventRecord(
  step: number,
  wallTimeSeconds: number,
  values: readonly SummaryValue[],
): Uint8Array<ArrayBuffer> {
  const summary = concatenate(values.map((value) => bytesField(1, summaryValue(value))));
  return tfRecord(
    concatenate([doubleField(1, wallTimeSeconds), integerField(2, step), bytesField(5, summary)]),
  );
}

function summaryValue(value: SummaryValue): Uint8Array {
  return concatenate([textField(1, value.tag), contentField(value)]);
}

function contentField(value: SummaryValue): Uint8Array {
  if ('scalar' in value) return floatField(2, value.scalar);
  if ('image' in value) return bytesField(4, imageMessage(value.image));
  return bytesField(5, histogramMessage(value.histogram));
}

function imageMessage({ width, height, channels, png }: EncodedImage): Uint8Array {
  const size = [integerField(1, height), integerField(2, width), integerField(3, channels)];
  return concatenate([...size, bytesField(4, png)]);
}

function histogramMessage(histogram: WeightHistogram): Uint8Array {
  const { min, max, count, sum, sumOfSquares, limits, counts } = histogram;
  const figures = [min, max, count, sum, sumOfSquares].map((value, i) => doubleField(i + 1, value));
  return concatenate([...figures, doublesField(6, limits), doublesField(7, counts)]);
}
