/** @file What the reader sets in the visualiser, as it stands in the address. */
import { choiceCodec, numberCodec, type Codec } from '../../address/codecs.js';
import { featureDamageSchema } from '../../break-it/damage.js';
import type { ViewState } from '../../address/view-state.svelte.js';
import { epochCodec } from '../../through-time/epoch.js';
import { whySchema } from '../../why-wrong/why-state.js';
import { readJournal, writeJournal, type Journal } from '../network/journal.js';
import { dataNames } from '../network/load-data.js';
import { optimizers } from '../network/network-run.js';
import { hiddenActivations, maxLayers, maxUnits, type HiddenLayer } from '../network/structure.js';

/** Hidden layers: `8relu-4tanh`. */
const layersCodec: Codec<readonly HiddenLayer[]> = {
  initial: [{ units: 8, activation: 'relu' }],
  read(text) {
    const layers = text.split('-').map((part) => {
      const [, units, name] = /^(\d{1,2})([a-z]+)$/.exec(part) ?? [];
      const activation = hiddenActivations.find((candidate) => candidate === name);
      const count = Number(units);
      return activation === undefined || !(count >= 1)
        ? undefined
        : { units: Math.min(maxUnits, count), activation };
    });
    const known = layers.filter((layer) => layer !== undefined);
    return known.length === layers.length && known.length <= maxLayers ? known : undefined;
  },
  write: (layers) => layers.map(({ units, activation }) => `${units}${activation}`).join('-'),
};

/** Names a run that this browser keeps. */
const runCodec: Codec<string> = {
  initial: '',
  read: (text) => (/^[\w-]{1,64}$/.test(text) ? text : undefined),
  write: (id) => id,
};

const journalCodec: Codec<Journal> = { initial: [], read: readJournal, write: writeJournal };

/** How far the reader has come: nothing, data chosen, structure settled, network initialised. */
const stages = ['0', '1', '2', '3'] as const;

export const rateRange = { min: 0.001, max: 3, decimals: 3 };

export const visualiserSchema = {
  data: choiceCodec('iris', dataNames),
  /** A run from the lab instead of a data set. */
  run: runCodec,
  /** The epoch of it that the network trains on from. Default: the latest. */
  from: epochCodec,
  /** The moment on show. Default: the present. */
  epoch: epochCodec,
  /** The moment beside it. */
  beside: epochCodec,
  net: layersCodec,
  opt: choiceCodec('sgd', optimizers),
  /** 15 divides the 120 flowers of Iris. */
  batch: numberCodec(15, { min: 1, max: 120, decimals: 0 }),
  seed: numberCodec(1, { min: 0, max: 9999, decimals: 0 }),
  rate: numberCodec(0.1, rateRange),
  at: choiceCodec('0', stages),
  /** What was done since the first weights. */
  done: journalCodec,
  /** The example on show: of the training part, then of the test part. */
  sample: numberCodec(0, { min: 0, max: 99_999, decimals: 0 }),
  ...featureDamageSchema({ firstUnit: 1 }),
  ...whySchema,
};

export type VisualiserView = ViewState<typeof visualiserSchema>;
