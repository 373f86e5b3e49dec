/** @file What the reader chooses in the explorer, as it stands in the address. */
import { choiceCodec, numberCodec, numbersCodec, type Codec } from '../address/codecs.js';
import type { ViewState } from '../address/view-state.svelte.js';
import { epochCodec } from '../through-time/epoch.js';
import { damageSchema } from '../break-it/damage.js';
import { whySchema } from '../why-wrong/why-state.js';

const whole = (max: number) => ({ min: 0, max, decimals: 0 });

/** Networks that the page trains itself; a run of the lab has an id instead. */
export const networkNames = ['small', 'vgg', 'lecture'] as const;
export const inputKinds = ['test', 'drawing', 'file'] as const;
export const colorRanges = ['map', 'layer', 'all'] as const;

/** Which test examples are offered: all, those with a wrong answer, or those of one class. */
export type Offered = 'all' | 'wrong' | number;

const offeredCodec: Codec<Offered> = {
  initial: 'all',
  read(text) {
    if (text === 'all' || text === 'wrong') return text;
    return /^\d{1,3}$/.test(text) ? Number(text) : undefined;
  },
  write: String,
};

const runCodec: Codec<string> = {
  initial: '',
  read: (text) => (/^[\w-]{1,64}$/.test(text) ? text : undefined),
  write: (id) => id,
};

export const explorerSchema = {
  /** A stored run; empty for a network of the page's own. */
  run: runCodec,
  net: choiceCodec('small', networkNames),
  input: choiceCodec('test', inputKinds),
  /** Which test example. */
  i: numberCodec(2, whole(999_999)),
  offer: offeredCodec,
  range: choiceCodec('layer', colorRanges),
  /** Row and column of the output cell that is taken apart. */
  at: numbersCodec([10, 10], whole(1023)),
  /** Which of the maps that a convolution reads is looked at. */
  ch: numberCodec(0, whole(4095)),
  /** The moment on show. Default: the present. */
  epoch: epochCodec,
  /** The moment beside it. */
  beside: epochCodec,
  ...damageSchema({ firstUnit: 0 }),
  ...whySchema,
};

export type ExplorerView = ViewState<typeof explorerSchema>;
