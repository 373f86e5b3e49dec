/** @file The networks that the page trains itself, as data. */
import type { RunConfiguration } from '../../training/run-configuration.js';

const digits = { kind: 'synthetic-digits', trainSize: 4000, testSize: 600, seed: 1 } as const;

/** Small enough to be trained in seconds, large enough to read digits. */
const small = {
  data: digits,
  spec: {
    name: 'cnn',
    inputShape: [28, 28, 1],
    layers: [
      { type: 'conv2d', filters: 8, kernelSize: 3, activation: 'relu' },
      { type: 'conv2d', filters: 8, kernelSize: 3, activation: 'relu' },
      { type: 'maxPooling2d' },
      { type: 'flatten' },
      { type: 'dense', units: 32, activation: 'relu' },
      { type: 'dense', units: 10, activation: 'softmax' },
    ],
  },
  settings: { epochs: 5, batchSize: 32, optimizer: { type: 'adam' }, seed: 1 },
  // Three in each epoch: enough to watch filters form.
  snapshotEvery: 42,
} as const satisfies RunConfiguration;

const convolution = { type: 'conv2d', filters: 10, kernelSize: 3, activation: 'relu' } as const;
const block = [convolution, convolution, { type: 'maxPooling2d' }] as const;

/** CNN Explainer's layers, on the images that the page can draw itself. */
const vgg = {
  ...small,
  spec: {
    name: 'tinyVgg',
    inputShape: [28, 28, 1],
    layers: [
      ...block,
      ...block,
      { type: 'flatten' },
      { type: 'dense', units: 10, activation: 'softmax' },
    ],
  },
  settings: { ...small.settings, epochs: 6 },
} as const satisfies RunConfiguration;

/** The lecture's network, with 32 and 64 filters: as many maps as a grown one has. */
const lecture = {
  data: { ...digits, trainSize: 2000 },
  spec: {
    name: 'cnn',
    inputShape: [28, 28, 1],
    layers: [
      { type: 'conv2d', filters: 32, kernelSize: 3, activation: 'relu' },
      { type: 'conv2d', filters: 64, kernelSize: 3, activation: 'relu' },
      { type: 'maxPooling2d' },
      { type: 'dropout', rate: 0.25 },
      { type: 'flatten' },
      { type: 'dense', units: 128, activation: 'relu' },
      { type: 'dropout', rate: 0.5 },
      { type: 'dense', units: 10, activation: 'softmax' },
    ],
  },
  settings: { ...small.settings, epochs: 2 },
  snapshotEvery: 21,
} as const satisfies RunConfiguration;

export const ownNetworks = { small, vgg, lecture } as const;
