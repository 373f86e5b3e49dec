/** @file What the reader can change in this lesson, as it stands in the address. */
import {
  choiceCodec,
  numberCodec,
  numbersCodec,
  pixelsCodec,
  type NumberRange,
} from '../../address/codecs.js';
import type { ViewState } from '../../address/view-state.svelte.js';
import { kernels } from './kernels.js';

const whole = (min: number, max: number): NumberRange => ({ min, max, decimals: 0 });

export const kernelSize = 3;
/** Side of the image that the kernel slides over cell by cell. */
export const imageSize = 5;
/** Side of the numbers that are pooled. */
export const poolInputSize = 4;

/** Whole numbers, so that the products shown add up to the sum shown. */
export const kernelRange = whole(-9, 9);
export const divisorRange = whole(1, 99);
export const poolRange = whole(0, 9);
export const sizeRange = whole(1, 4096);

export const strides = ['1', '2'] as const;
export const paddings = ['valid', 'same'] as const;
export const pictures = ['digit', 'shapes', 'own'] as const;
export const colors = ['grey', 'rgb'] as const;

export const convolutionSchema = {
  /** Width and height of the image in front of a dense layer, and the layer's neurons. */
  size: numbersCodec([640, 480], sizeRange),
  color: choiceCodec('grey', colors),
  n: numberCodec(128, sizeRange),
  /** The small image and the kernel that slides over it. */
  x: pixelsCodec(Array.from({ length: imageSize }, () => [0, 1, 1, 0, 1]).flat(), 2),
  k: numbersCodec([1, 0, 1, 1, 1, 1, 0, 0, 1], kernelRange),
  stride: choiceCodec('1', strides),
  padding: choiceCodec('valid', paddings),
  /** Which output cell is computed. */
  at: numberCodec(0, whole(0, imageSize * imageSize - 1)),
  /** The larger picture, its kernel, and the place looked at. */
  picture: choiceCodec('digit', pictures),
  g: numbersCodec(kernels.vertical.weights, kernelRange),
  d: numberCodec(kernels.vertical.divisor, divisorRange),
  place: numbersCodec([9, 20], whole(0, 61)),
  /** The numbers to pool, and which window is looked at. */
  m: numbersCodec([4, 8, 1, 0, 7, 1, 2, 3, 0, 2, 6, 5, 1, 0, 9, 4], poolRange),
  pool: numberCodec(0, whole(0, 3)),
};

export type ConvolutionView = ViewState<typeof convolutionSchema>;
