import { choiceCodec, numberCodec, numbersCodec, type Codec } from '../../address/codecs.js';
import { epochCodec } from '../../through-time/epoch.js';
import type { ConfusionCell } from './answers.js';

/** A cell of the confusion matrix: `3,5` is 3 taken for 5; empty is none. */
export const cellCodec: Codec<ConfusionCell | undefined> = {
  initial: undefined,
  read(text) {
    const found = /^(\d{1,3}),(\d{1,3})$/.exec(text);
    return found === null ? undefined : { truth: Number(found[1]), predicted: Number(found[2]) };
  },
  write: (cell) => (cell === undefined ? '' : `${cell.truth},${cell.predicted}`),
};

/** What the reader looks at in the look pane, in the address. */
export const lookSchema = {
  /** The moment of the training whose network answers. Default: the present. */
  epoch: epochCodec,
  cell: cellCodec,
  answers: choiceCodec('mistakes', ['mistakes', 'right', 'all']),
  order: choiceCodec('worst', ['worst', 'index']),
  from: numberCodec(1, { min: 1, max: 1_000_000, decimals: 0 }),
  /** -1 is none. */
  example: numberCodec(-1, { min: -1, max: 1_000_000, decimals: 0 }),
  matrix: choiceCodec('counts', ['counts', 'rows']),
  classes: choiceCodec('class', ['class', 'f1']),
  flower: numbersCodec([5.9, 2.8, 4.3, 1.3], { min: 0, max: 8, decimals: 1 }),
} as const;
