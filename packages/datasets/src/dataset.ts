/**
 * How stored numbers become a network's inputs.
 *
 * - `scale`: `x * factor`; images use `factor = 1/255`, so [0, 255] becomes [0, 1].
 * - `standardize`: `(x - mean[k]) / deviation[k]`, where k is the index in the last axis of
 *   `inputShape` (the feature, or the channel of an image).
 */
export type Normalization =
  | { readonly kind: 'scale'; readonly factor: number }
  | {
      readonly kind: 'standardize';
      readonly mean: readonly number[];
      readonly deviation: readonly number[];
    };

/** Labelled examples as plain data: bytes stay bytes until a kernel reads them. */
export interface Dataset {
  /** What the data is called in messages and records, such as `mnist` or `idx:./scans`. */
  readonly name: string;
  /** [n, ...inputShape] row-major: bytes in [0, 255] (0 background, 255 ink) or features. */
  readonly inputs: Uint8Array | Float32Array;
  /** Shape of one example: [height, width, channels] of an image or [features]. */
  readonly inputShape: readonly number[];
  /** [n], integers in [0, classNames.length). */
  readonly labels: Uint8Array;
  /** English names by label; `datasetInfo(name)` has Japanese ones for the known sets. */
  readonly classNames: readonly string[];
  readonly normalization: Normalization;
}

/** A data set as published: one part to learn from, one to be judged on. */
export interface TrainTestDatasets {
  readonly train: Dataset;
  readonly test: Dataset;
}

/** Number of examples. */
export function datasetSize(dataset: Pick<Dataset, 'labels'>): number {
  return dataset.labels.length;
}

/** Numbers in one example: the product of `inputShape`. */
export function exampleLength(dataset: Pick<Dataset, 'inputShape'>): number {
  return dataset.inputShape.reduce((product, extent) => product * extent, 1);
}
