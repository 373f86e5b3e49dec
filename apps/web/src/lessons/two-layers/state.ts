/** @file What the reader can change in this lesson, as it stands in the address. */
import { choiceCodec, numbersCodec, pixelsCodec } from '../../address/codecs.js';
import type { ViewState } from '../../address/view-state.svelte.js';
import { rows } from './gates.js';
import { detectorNames, fittingBias, heart, patterns } from './detector.js';

/** One decimal, so that every sum of the network has at most two and is shown exactly. */
const range = { min: -5, max: 5, decimals: 1 };

export const challenges = ['xnor', 'xor', 'and'] as const;
export const tasks = ['and', 'or', 'xor', 'xnor'] as const;

export const twoLayersSchema = {
  /** Of each neuron the weights of its two inputs, then its bias; as in the lecture. */
  n1: numbersCodec([1, 1, 0], range),
  n2: numbersCodec([1, 1, -1], range),
  n3: numbersCodec([-1, 2, 1], range),
  /** Which inputs are on show. */
  row: choiceCodec('01', rows),
  /** What the table compares with. */
  goal: choiceCodec('xnor', challenges),
  /** The neuron on its own: two weights and a bias. */
  one: numbersCodec([1, 1, -0.5], range),
  task: choiceCodec('xnor', tasks),
  /** The painted image, and the pattern of the reader's own neuron. */
  image: pixelsCodec(
    patterns.vertical.map((pixel, i) => (i === 22 ? 0 : pixel)),
    2,
  ),
  own: pixelsCodec(heart, 2),
  look: choiceCodec('vertical', detectorNames),
  /** One bias for each of the detectors. */
  bias: numbersCodec(
    detectorNames.map((name) => fittingBias(name === 'own' ? heart : patterns[name])),
    { min: -25, max: 5, decimals: 0 },
  ),
};

export type TwoLayersView = ViewState<typeof twoLayersSchema>;
