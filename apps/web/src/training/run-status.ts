/** @file What the page knows of its run. The worker sends the whole record whenever it changed. */
import type { Divergence, EpochEndEvent, EngineName, RecordedTest } from '@manabi/trainer';
import type { BackendName, Fallback } from '@manabi/backends';
import type { Fault } from './fault.js';
import type { DataDescription, DownloadProgress } from './load-data.js';
import type { RunConfiguration } from './run-configuration.js';

/**
 * - `empty`: nothing was asked for yet.
 * - `preparing`: data and backend are on their way.
 * - `ready`: the first weights are drawn, nothing is learned yet.
 * - `running`, `paused`.
 * - `ended`: `outcome` says how.
 * - `failed`: `fault` says why.
 */
export type RunPhase = 'empty' | 'preparing' | 'ready' | 'running' | 'paused' | 'ended' | 'failed';

/** What computes. */
export interface RunComputation {
  readonly backend: BackendName;
  /** Backends that were passed over, and why each. */
  readonly fallbacks: readonly Fallback[];
  /** Known once a step was computed; null before. */
  readonly engine: EngineName | null;
  /** Why the engine is not the fast one; null where it is or is not known yet. */
  readonly engineReason: string | null;
  /** Known once a step was computed; null before. */
  readonly threads: number | null;
  /** Whether the page may have threads at all (cross-origin isolation). */
  readonly mayHaveThreads: boolean;
}

/** How far a run is. */
export interface RunPosition {
  /** Whole epochs done. */
  readonly epoch: number;
  /** Steps done in the epoch in progress. */
  readonly step: number;
  readonly stepsPerEpoch: number;
}

/** The epoch in progress, so far. */
export interface EpochProgress {
  /** Mean cross-entropy in nats. */
  readonly loss: number;
  /** Share of right answers in [0, 1]. */
  readonly accuracy: number;
  readonly samples: number;
  readonly samplesPerSecond: number;
}

export type RunOutcome =
  | { readonly kind: 'completed' | 'stopped' }
  | { readonly kind: 'diverged'; readonly divergence: Divergence };

export interface RunStatus {
  /** Counts what was configured or opened: news of an older run is dropped. */
  readonly run: number;
  readonly phase: RunPhase;
  readonly configuration: RunConfiguration | null;
  readonly data: DataDescription | null;
  /** While a file of data is under way, for the run or to be looked at. */
  readonly downloads: readonly DownloadProgress[];
  readonly computation: RunComputation | null;
  /** Where the run will end; may change while it runs. */
  readonly epochs: number;
  /** In use; may change while it runs. Null before it is known. */
  readonly learningRate: number | null;
  readonly position: RunPosition;
  readonly progress: EpochProgress | null;
  /** Epochs that are over, oldest first. */
  readonly history: readonly EpochEndEvent[];
  /** Epochs whose weights are kept: 0 is the start, a fraction lies within an epoch. */
  readonly snapshots: readonly number[];
  /** Whether its first weights were drawn from the seed, or read from a file that was opened. */
  readonly firstWeights: 'seed' | 'file';
  readonly outcome: RunOutcome | null;
  /** On the test data, once the run has ended. */
  readonly test: RecordedTest | null;
  readonly fault: Fault | null;
  /** Where the run is stored; null where it is not (yet). */
  readonly stored: { readonly id: string; readonly name: string } | null;
  /** Why it could not be stored. */
  readonly storageFault: Fault | null;
}

export const emptyStatus: RunStatus = {
  run: 0,
  phase: 'empty',
  configuration: null,
  data: null,
  downloads: [],
  computation: null,
  epochs: 0,
  learningRate: null,
  position: { epoch: 0, step: 0, stepsPerEpoch: 0 },
  progress: null,
  history: [],
  snapshots: [],
  firstWeights: 'seed',
  outcome: null,
  test: null,
  fault: null,
  stored: null,
  storageFault: null,
};
