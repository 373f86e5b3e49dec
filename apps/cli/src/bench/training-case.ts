import { cnn, mlp, type ModelSpec } from '@manabi/models';
import type { CaseName } from './case-names.js';

export type NetworkName = 'mlp' | 'cnn';

/** What is trained and with what: 28 x 28 grey images, ten classes, Adam 1e-3. */
export interface TrainingCase {
  readonly name: Exclude<CaseName, 'kernels'>;
  readonly network: NetworkName;
  readonly batchSize: number;
  /** What ours computes on. */
  readonly backend: 'wasm' | 'cpu';
}

const shape = { inputShape: [28, 28, 1], classes: 10 } as const;

/** The specifications that every contender of a case trains. */
export const networks: Readonly<Record<NetworkName, ModelSpec>> = {
  mlp: mlp({ ...shape, hidden: [128] }),
  cnn: cnn({ ...shape, dropout: [0, 0] }),
};

export const networkTitles: Readonly<Record<NetworkName, string>> = {
  mlp: 'MLP 784-128-10',
  cnn: 'CNN conv32-conv64-pool2-dense128-10',
};

export const trainingCases: readonly TrainingCase[] = [
  { name: 'mlp:32', network: 'mlp', batchSize: 32, backend: 'wasm' },
  { name: 'mlp:128', network: 'mlp', batchSize: 128, backend: 'wasm' },
  { name: 'cnn:32', network: 'cnn', batchSize: 32, backend: 'wasm' },
  { name: 'cnn:128', network: 'cnn', batchSize: 128, backend: 'wasm' },
  { name: 'cpu:32', network: 'mlp', batchSize: 32, backend: 'cpu' },
];
