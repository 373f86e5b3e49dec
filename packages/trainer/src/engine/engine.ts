import type { Dataset } from '@manabi/datasets';
import type { Weights } from '@manabi/models';
import type { EngineName } from '../events.js';

/** Sums over the examples that an engine has seen since they were last read. */
export interface Totals {
  readonly samples: number;
  /** Sum of the cross-entropies, in nats. */
  readonly loss: number;
  /** Examples whose highest logit was their label's. */
  readonly correct: number;
}

/** What an optimiser remembers, off the device. */
export interface OptimizerState {
  /** Steps done. */
  readonly step: number;
  /** `<slot>/<parameter>`, such as `m/dense1/kernel`: row-major, the parameter's shape. */
  readonly slots: Readonly<Record<string, Float32Array>>;
}

/**
 * Computes training steps. It owns the weights, the optimiser's state and the totals on the device;
 * whoever made it disposes it. Only methods that return a promise read from the device.
 */
export interface Engine extends Disposable {
  readonly name: EngineName;
  /** tfjs backend that computes: `webgpu`, `wasm` or `cpu`. */
  readonly backend: string;
  /** Threads that compute, on the host. */
  readonly threads: number;
  /** For the steps to come. */
  learningRate: number;
  /** One optimiser step. @param indices - [b], examples of the training data. */
  trainBatch(indices: Uint32Array): void;
  /** Adds to the totals and changes nothing else. @param indices - [b], examples of `dataset`. */
  evaluateBatch(dataset: Dataset, indices: Uint32Array): void;
  /** Reads the totals and sets them to zero. */
  readTotals(): Promise<Totals>;
  /** Reads the totals and leaves them as they are. */
  peekTotals(): Promise<Totals>;
  /** Replaces the totals. */
  writeTotals(totals: Totals): void;
  /** Copies of the weights. */
  readWeights(): Promise<Weights>;
  /** @throws ModelArgumentError when they are not those of the model. */
  writeWeights(weights: Weights): void;
  readOptimizerState(): Promise<OptimizerState>;
  /** @throws TrainerError `state-mismatch`. */
  writeOptimizerState(state: OptimizerState): void;
  /** Frees everything on the device; calling it again changes nothing. */
  dispose(): void;
}
