import { choiceCodec } from '../address/codecs.js';
import type { ViewValues } from '../address/view-state.svelte.js';
import { cellCodec } from '../lab/look/look-state.js';
import type { Explanation, Neighbours } from '../training/explain-answer.js';
import type { ExampleChoice, ExplanationOptions, NeighbourOptions } from '../training/workbench.js';

/** Sides of the square that covers a part of the image, in pixels. */
export const squareSizes = ['3', '5', '9'] as const;

/** What the reader looks at of a mistake, in the address. */
export const whySchema = {
  /** The cell of the confusion matrix whose examples are listed; none lists every mistake. */
  cell: cellCodec,
  /** Which class is asked about: the one that the network says, or the true one. */
  about: choiceCodec('answer', ['answer', 'truth']),
  square: choiceCodec('5', squareSizes),
};

export type WhyValues = ViewValues<typeof whySchema>;

/** Whoever can ask the network, such as a workbench. */
export interface AnswerSource {
  readonly explain: (example: ExampleChoice, options: ExplanationOptions) => Promise<Explanation>;
  readonly neighbours: (example: ExampleChoice, options: NeighbourOptions) => Promise<Neighbours>;
}

/** Test examples by index: [n, ...inputShape], in the numbers of the data set. */
export type ReadExamples = (indices: readonly number[]) => Promise<Uint8Array | Float32Array>;

/** What the features of a data set without images are called and measured in. */
export interface FeatureNames {
  readonly names: readonly string[];
  readonly unit: string;
  /** The largest that is drawn. */
  readonly most: number;
  /** One of them, with its unit. */
  readonly measured: (value: number) => string;
  /** By how much each differs among the training examples: one unit of what the network reads. */
  readonly deviations: readonly number[];
}
