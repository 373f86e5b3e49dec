/** @file Where the page gets examples from, a few at a time: the data itself may lie in a worker. */
import type { Dataset } from '@manabi/datasets';

export type DataPart = 'train' | 'test';

export interface ExampleSource {
  /** [height, width, channels] of an image or [features]. */
  readonly inputShape: readonly number[];
  /** [n] of a part, integers in [0, classes). */
  readonly labels: (part: DataPart) => Promise<Uint8Array>;
  /** [indices.length, ...inputShape] as stored: bytes of images, features as they were measured. */
  readonly read: (part: DataPart, indices: readonly number[]) => Promise<Dataset['inputs']>;
}
