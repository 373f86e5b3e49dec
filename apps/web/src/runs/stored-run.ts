/**
 * @file A run as this browser keeps it, in three parts: what a list shows, what it goes on
 * from, and its weights over time.
 */
import type { Weights } from '@manabi/models';
import type { EncodedCheckpoint, EpochEndEvent, RecordedTest, RunRecord } from '@manabi/trainer';
import type { DataDescription, DataHash } from '../training/load-data.js';
import type { RunConfiguration } from '../training/run-configuration.js';
import type { RunComputation, RunOutcome, RunPosition } from '../training/run-status.js';

/** Letters of a run's name. */
export const mostNameLength = 60;

export interface StoredRun {
  readonly id: string;
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
  readonly configuration: RunConfiguration;
  readonly data: DataDescription;
  /** Of the data that it has to go on with; null for an opened model, which any data may follow. */
  readonly hash: DataHash | null;
  readonly computation: RunComputation | null;
  readonly epochs: number;
  readonly learningRate: number | null;
  /** Whether any step had another rate than the one before it. */
  readonly rateChanged: boolean;
  readonly position: RunPosition;
  readonly history: readonly EpochEndEvent[];
  readonly outcome: RunOutcome | null;
  readonly test: RecordedTest | null;
  /** Whether its first weights were drawn from the seed, or read from a file that was opened. */
  readonly firstWeights: 'seed' | 'file';
  /** As it was opened; null for a run of this browser's own, and for a model without a record. */
  readonly record: RunRecord | null;
  /** Whether weights are kept: a record alone has none. */
  readonly hasWeights: boolean;
}

/** Of a run of this browser's own; an opened model or record has none. */
export interface StoredRunState {
  readonly id: string;
  /** To go on from. */
  readonly checkpoint: EncodedCheckpoint;
}

/** The weights of one moment; those of a run's moment never change. */
export interface StoredSnapshot {
  /** Id of the run. */
  readonly run: string;
  /** 0 is the start, a fraction lies within an epoch. */
  readonly epoch: number;
  readonly weights: Weights;
}
