/** @file What the reader sets in the lab, in the address: `#/lab/train?d=mnist&n=cnn&epochs=20`. */
import { backendNames } from '@manabi/backends';
import { optimizerNames } from '@manabi/trainer';
import { choiceCodec, numberCodec, type Codec } from '../address/codecs.js';
import { dataCodec } from './data/data-choices.js';
import { networkCodec } from './network/network-choice.js';

/** The id of a stored run; empty: none. */
export const runCodec: Codec<string> = {
  initial: '',
  read: (text) => (/^[0-9a-f-]{1,40}$/.test(text) ? text : undefined),
  write: (id) => id,
};

const whole = { decimals: 0 };
const share = { min: 0, max: 0.9999, decimals: 4 };

export const labSchema = {
  d: dataCodec,
  n: networkCodec,
  run: runCodec,
  epochs: numberCodec(10, { min: 1, max: 1000, ...whole }),
  batch: numberCodec(32, { min: 1, max: 4096, ...whole }),
  opt: choiceCodec('adam', optimizerNames),
  lr: numberCodec(0.001, { min: 1e-6, max: 100, decimals: 8 }),
  momentum: numberCodec(0.9, share),
  rho: numberCodec(0.9, share),
  beta1: numberCodec(0.9, share),
  beta2: numberCodec(0.999, share),
  epsilon: numberCodec(1e-7, { min: 1e-12, max: 1, decimals: 12 }),
  val: numberCodec(0.1, { min: 0, max: 0.5, decimals: 2 }),
  seed: numberCodec(1, { min: 0, max: 4_294_967_295, ...whole }),
  backend: choiceCodec('auto', ['auto', ...backendNames]),
  /** Steps between two moments whose weights are kept, beside the ends of epochs; 0: none. */
  keep: numberCodec(0, { min: 0, max: 100_000, ...whole }),
  /** 0: as many as are useful. */
  threads: numberCodec(0, { min: 0, max: 64, ...whole }),
} as const;
