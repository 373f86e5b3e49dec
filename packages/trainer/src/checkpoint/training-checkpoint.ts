/**
 * @file Everything that a run must know to go on as if it had never stopped: plain data and typed
 * arrays. Where it is stored is the caller's choice. Generators need no state of their own: order and
 * dropout follow from the seed, the epoch and the step.
 */
import type { Model, ModelSpec, Weights } from '@manabi/models';
import type { OptimizerState, Totals } from '../engine/engine.js';
import type { EngineName, EpochEndEvent } from '../events.js';
import type { Ending } from '../run/run-state.js';
import type { ResolvedTrainingSettings } from '../settings/training-settings.js';

/** How far a run is. Durations in milliseconds, of all its parts together. */
export interface TrainingPosition {
  /** The epoch in progress, from 1; one more than there are when all are done. */
  readonly epoch: number;
  /** Steps done in it. */
  readonly step: number;
  /** Steps of it whose losses have been read from the device. */
  readonly stepsRead: number;
  /** What was read in it. */
  readonly read: Totals;
  /** Spent training in it. */
  readonly epochDurationMs: number;
  /** Training examples seen in the epochs before it, and the time that took. */
  readonly samples: number;
  readonly trainDurationMs: number;
  /** Since the run began. */
  readonly durationMs: number;
}

/** What a callback remembers. */
export interface CallbackState {
  readonly values: Readonly<Record<string, number | null>>;
  readonly model: Model | null;
}

/** The state of a run between two steps; `fit` takes it as `resume`. */
export interface TrainingCheckpoint {
  readonly spec: ModelSpec;
  readonly settings: ResolvedTrainingSettings;
  readonly backend: string;
  readonly engine: EngineName;
  readonly trainSize: number;
  readonly position: TrainingPosition;
  /** Epochs that are over, oldest first. */
  readonly history: readonly EpochEndEvent[];
  /** The epoch with the lowest validation loss (training loss without validation); 0: none yet. */
  readonly bestEpoch: number;
  /** Why the run is over before its last epoch; null while it is not. */
  readonly ending: Ending | null;
  readonly learningRate: number;
  readonly weights: Weights;
  readonly optimizer: OptimizerState;
  /** Losses of steps that have not been read. */
  readonly unread: Totals;
  /** Of the callbacks that have a memory, in their order. */
  readonly callbacks: readonly CallbackState[];
}

/** Whether nothing is left to train. */
export function isFinished({ position, settings, ending }: TrainingCheckpoint): boolean {
  return ending !== null || position.epoch > settings.epochs;
}
