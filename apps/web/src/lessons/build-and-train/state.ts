/** @file What the reader can change in this lesson, as it stands in the address. */
import { choiceCodec, numberCodec, numbersCodec, type NumberRange } from '../../address/codecs.js';
import type { ViewState } from '../../address/view-state.svelte.js';
import { classCount, imageSide } from './network.js';

const whole = (min: number, max: number): NumberRange => ({ min, max, decimals: 0 });

export const sideRange = whole(1, 99);
export const neuronRange = whole(1, 256);
export const classRange = whole(2, 99);
export const rateRange: NumberRange = { min: 0.001, max: 10, decimals: 3 };
export const stepRange = whole(0, 60);
export const epochRange = whole(1, 100);

export const activations = ['relu', 'sigmoid', 'tanh', 'linear'] as const;
/** What happens in one step, and that the same batch is looked at again. */
export const stages = ['forward', 'compare', 'adjust', 'again'] as const;
/** What the images of the weights show. */
export const weightViews = ['change', 'before', 'after'] as const;
/** Digits of one batch, and how many batches there are to choose from. */
export const batchSize = 8;
export const batchCount = 5;

export const trainingSets = ['synthetic-digits', 'mnist', 'fashion-mnist'] as const;
/** How many drawn digits one may learn from. */
export const trainingSizes = ['100', '1000', '5000'] as const;

export const buildAndTrainSchema = {
  /** The parts of the network. */
  in: numbersCodec([imageSide, imageSide], sideRange),
  n: numberCodec(128, neuronRange),
  act: choiceCodec('relu', activations),
  out: numberCodec(classCount, classRange),
  /** The step in slow motion. */
  batch: numberCodec(1, whole(1, batchCount)),
  step: numberCodec(0, stepRange),
  stage: choiceCodec('forward', stages),
  rate: numberCodec(0.1, rateRange),
  /** Which example of the batch. */
  digit: numberCodec(1, whole(1, batchSize)),
  weights: choiceCodec('change', weightViews),
  /** Layer (1 or 2), its neuron, and the input whose weight is looked at; the last input is the bias. */
  at: numbersCodec([1, 0, -1], { min: -1, max: 1000, decimals: 0 }),
  /** The run of many epochs. */
  data: choiceCodec('synthetic-digits', trainingSets),
  size: choiceCodec('1000', trainingSizes),
  epochs: numberCodec(20, epochRange),
  /** The run that learns by heart. */
  few: choiceCodec('100', trainingSizes),
  many: numberCodec(60, epochRange),
};

export type BuildAndTrainView = ViewState<typeof buildAndTrainSchema>;
