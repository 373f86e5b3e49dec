/** @file What the reader can change in this lesson, as it stands in the address. */
import { choiceCodec, numberCodec, numbersCodec, pixelsCodec } from '../../address/codecs.js';
import type { ViewState } from '../../address/view-state.svelte.js';

/** Pixels along each side of the image that one paints. */
export const paintedSide = 8;
/** Brightnesses of a painted pixel. */
export const paintedLevels = 4;

/** A ball, lit from the upper left. */
const ball = [
  [0, 0, 1, 2, 2, 1, 0, 0],
  [0, 2, 3, 3, 2, 2, 1, 0],
  [1, 3, 3, 3, 2, 2, 1, 1],
  [2, 3, 3, 2, 2, 2, 1, 1],
  [2, 2, 2, 2, 2, 1, 1, 1],
  [1, 2, 2, 2, 1, 1, 1, 1],
  [0, 1, 1, 1, 1, 1, 1, 0],
  [0, 0, 1, 1, 1, 1, 0, 0],
];

export const polarities = ['black', 'white'] as const;
export const colorSpaces = ['rgb', 'luminance'] as const;
export const digitParts = ['top', 'whole'] as const;

export const imagesSchema = {
  px: pixelsCodec(ball.flat(), paintedLevels),
  /** Which brightness 0 is. */
  zero: choiceCodec('black', polarities),
  digit: numberCodec(5, { min: 0, max: 9, decimals: 0 }),
  /** Which of its drawings. */
  n: numberCodec(0, { min: 0, max: 9, decimals: 0 }),
  part: choiceCodec('top', digitParts),
  /** Row and column of the pixel pointed at. */
  at: numbersCodec([6, 21], { min: 0, max: 27, decimals: 0 }),
  space: choiceCodec('rgb', colorSpaces),
};

export type ImagesView = ViewState<typeof imagesSchema>;
