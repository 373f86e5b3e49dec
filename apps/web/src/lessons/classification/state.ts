/** @file What the reader can change in this lesson, as it stands in the address. */
import { choiceCodec, numberCodec, numbersCodec } from '../../address/codecs.js';
import type { ViewState } from '../../address/view-state.svelte.js';

/** The classes, in the order of the outputs. */
export const animals = ['cat', 'dog', 'rabbit'] as const;
export type Animal = (typeof animals)[number];

/** How far the calculation of softmax is shown. */
export const softmaxStages = ['logits', 'exponentials', 'sum', 'probabilities'] as const;

/** Range of a logit. */
export const logitRange = { min: -9, max: 9, decimals: 1 };
/** Range of the number that all logits are multiplied by. */
export const factorRange = { min: 0, max: 5, decimals: 1 };

export const classificationSchema = {
  z: numbersCodec([2, 1, -1], logitRange),
  stage: choiceCodec('probabilities', softmaxStages),
  truth: choiceCodec('dog', animals),
  factor: numberCodec(1, factorRange),
};

export type ClassificationView = ViewState<typeof classificationSchema>;
