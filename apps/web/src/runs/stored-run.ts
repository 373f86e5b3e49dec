/**
 * @file A run as this browser keeps it, in three parts: what a list shows, what it goes on
 * from, and its weights over time.
 */
import type { Weights } from '@manabi/models';
import type { EncodedCheckpoint, EpochEndEvent } from '@manabi/trainer';
import type { DataDescription, DataHash } from '../training/load-data.js';
import type { RunConfiguration } from '../training/run-configuration.js';
import type { RunComputation, RunOutcome, RunPosition } from '../training/run-status.js';

export interface StoredRun {
  readonly id: string;
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
  readonly configuration: RunConfiguration;
  readonly data: DataDescription;
  readonly hash: DataHash;
  readonly computation: RunComputation | null;
  readonly epochs: number;
  readonly learningRate: number | null;
  readonly position: RunPosition;
  readonly history: readonly EpochEndEvent[];
  readonly outcome: RunOutcome | null;
  readonly test: { readonly loss: number; readonly accuracy: number } | null;
}

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
