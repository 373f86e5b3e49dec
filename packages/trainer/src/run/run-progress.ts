import type { Totals } from '../engine/engine.js';
import type { EpochEndEvent } from '../events.js';
import type { TrainingCheckpoint, TrainingPosition } from '../checkpoint/training-checkpoint.js';

/** How far a run is, while it goes on; as `TrainingPosition`. */
export type RunProgress = { -readonly [Key in keyof TrainingPosition]: TrainingPosition[Key] } & {
  /** Epochs that are over, oldest first. */
  readonly history: EpochEndEvent[];
  /** The epoch with the lowest monitored loss so far; 0: none yet. */
  bestEpoch: number;
};

const nothingRead: Totals = { samples: 0, loss: 0, correct: 0 };

/** @param checkpoint - where to go on; undefined: from the start. */
export function createRunProgress(checkpoint: TrainingCheckpoint | undefined): RunProgress {
  if (checkpoint !== undefined) {
    const { position, history, bestEpoch } = checkpoint;
    return { ...position, history: [...history], bestEpoch };
  }
  const start = { epoch: 1, step: 0, stepsRead: 0, read: nothingRead, epochDurationMs: 0 };
  const run = { samples: 0, trainDurationMs: 0, durationMs: 0, history: [], bestEpoch: 0 };
  return { ...start, ...run };
}

/** Adds totals that were just read from the device. */
export function addRead(progress: RunProgress, { samples, loss, correct }: Totals): void {
  const { read } = progress;
  progress.read = {
    samples: read.samples + samples,
    loss: read.loss + loss,
    correct: read.correct + correct,
  };
}

/** Closes an epoch: the next one begins at its first step. */
export function endEpoch(progress: RunProgress, ended: EpochEndEvent): void {
  const best = progress.history[progress.bestEpoch - 1];
  if (best === undefined || monitoredLoss(ended) < monitoredLoss(best)) {
    progress.bestEpoch = ended.epoch;
  }
  progress.history.push(ended);
  progress.samples += progress.read.samples;
  progress.trainDurationMs += progress.epochDurationMs;
  progress.epoch++;
  progress.step = progress.stepsRead = progress.epochDurationMs = 0;
  progress.read = nothingRead;
}

function monitoredLoss({ valLoss, loss }: EpochEndEvent): number {
  return valLoss ?? loss;
}

/** The position alone. */
export function positionOf(progress: RunProgress, durationMs: number): TrainingPosition {
  const { epoch, step, stepsRead, read, epochDurationMs, samples, trainDurationMs } = progress;
  const totals = { samples, trainDurationMs, durationMs };
  return { epoch, step, stepsRead, read, epochDurationMs, ...totals };
}
