/** @file What the reader can change in this lesson, as it stands in the address. */
import type { ViewState } from '../../address/view-state.svelte.js';
import { choiceCodec, flagCodec, numberCodec, numbersCodec } from '../../address/codecs.js';

/** One decimal each, so that the products shown with two add up to the sum shown. */
const range = { min: -5, max: 5, decimals: 1 };

export const neuronActivations = ['step', 'sigmoid', 'relu'] as const;
export const hiddenActivations = ['linear', 'relu', 'sigmoid'] as const;

export const neuronSchema = {
  x: numbersCodec([1, 0, 0.5], range),
  w: numbersCodec([1, 0.4, 0.1], range),
  b: numberCodec(0, range),
  f: choiceCodec('relu', neuronActivations),
  /** Two layers of one neuron each: weight and bias of the first, weight and bias of the second. */
  two: numbersCodec([2, 1, 1.5, -1], range),
  between: choiceCodec('linear', hiddenActivations),
  folded: flagCodec(false),
};

export type NeuronView = ViewState<typeof neuronSchema>;
