/** @file A run of many epochs, as the workbench takes it. */
import type { RunConfiguration } from '../../training/run-configuration.js';
import { networkSpec, type NetworkParts } from './network.js';
import type { trainingSets } from './state.js';

export type TrainingSet = (typeof trainingSets)[number];

/** Drawn digits that are kept for validation. */
const validationDigits = 1000;
/** Of a published set, the share that is kept for validation. */
const validationShare = 0.1;

export interface RunChoice extends Pick<NetworkParts, 'hidden' | 'activation'> {
  readonly set: TrainingSet;
  /** Drawn digits to learn from; a published set is taken whole. */
  readonly size: number;
  readonly epochs: number;
}

export function runConfiguration({ set, size, epochs, ...parts }: RunChoice): RunConfiguration {
  const isDrawn = set === 'synthetic-digits';
  return {
    data: isDrawn
      ? { kind: set, trainSize: size + validationDigits, testSize: 100, seed: 1 }
      : { kind: 'published', name: set },
    spec: networkSpec(parts),
    settings: {
      ...{ epochs, batchSize: 32, optimizer: { type: 'adam' }, seed: 1 },
      validationSplit: isDrawn ? validationDigits / (size + validationDigits) : validationShare,
    },
  };
}
