/** @file The run of the front page, as data: the page needs no models to say what trains. */
import type { RunConfiguration } from '../training/run-configuration.js';

export const trainSize = 10_000;
export const testSize = 2_000;
export const shownAnswers = 10;
export const hidden = 128;
export const epochs = 8;

export const parameterCount = 784 * hidden + hidden + hidden * 10 + 10;

export const liveRun = {
  data: { kind: 'synthetic-digits', trainSize, testSize, seed: 1 },
  spec: {
    name: 'mlp',
    inputShape: [28, 28, 1],
    layers: [
      { type: 'flatten' },
      { type: 'dense', units: hidden, activation: 'relu' },
      { type: 'dense', units: 10, activation: 'softmax' },
    ],
  },
  settings: { epochs, batchSize: 32, optimizer: { type: 'adam' }, validationSplit: 0.1, seed: 1 },
} as const satisfies RunConfiguration;
