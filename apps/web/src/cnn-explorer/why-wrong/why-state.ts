import { choiceCodec } from '../../address/codecs.js';
import { cellCodec } from '../../lab/look/look-state.js';

/** Sides of the square that covers a part of the image, in pixels. */
export const squareSizes = ['3', '5', '9'] as const;

/** What the reader looks at of a mistake, in the address. */
export const whySchema = {
  /** The cell of the confusion matrix whose images are listed; none lists every mistake. */
  cell: cellCodec,
  /** Which class is asked about: the one that the network says, or the true one. */
  about: choiceCodec('answer', ['answer', 'truth']),
  square: choiceCodec('5', squareSizes),
};
