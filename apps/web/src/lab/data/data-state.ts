import { choiceCodec, numberCodec } from '../../address/codecs.js';

const whole = { min: -1, max: 1_000_000, decimals: 0 };

/** What the reader looks at in the data pane, in the address; -1 is none, or all. */
export const dataSchema = {
  part: choiceCodec('train', ['train', 'test']),
  class: numberCodec(-1, { ...whole, max: 255 }),
  page: numberCodec(1, { ...whole, min: 1 }),
  image: numberCodec(-1, whole),
  across: numberCodec(2, { min: 0, max: 3, decimals: 0 }),
  up: numberCodec(3, { min: 0, max: 3, decimals: 0 }),
} as const;
