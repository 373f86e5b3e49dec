import { checkSetting, count } from '../settings/check-setting.js';
import type { TrainingCheckpoint } from './training-checkpoint.js';

/**
 * When a run hands out its state. Beside these times: before the first step, after each epoch that
 * is the best so far, and when the run ends (unless it diverged). It changes no number of the run.
 */
export interface CheckpointPolicy {
  /** Steps between two checkpoints, counted over the whole run. Default: none within an epoch. */
  readonly everySteps?: number;
  /** Epochs between two checkpoints. Default 1 where `everySteps` is absent, else none. */
  readonly everyEpochs?: number;
  /** The run waits for it; what it throws ends the run. The checkpoint's arrays are copies. */
  readonly save: (checkpoint: TrainingCheckpoint) => void | Promise<void>;
}

/** Whether a checkpoint is due; steps and epochs done count from 1. */
export interface CheckpointTimes {
  readonly afterStep: (stepsDone: number) => boolean;
  readonly afterEpoch: (epochsDone: number) => boolean;
}

/** @throws TrainerError `invalid-setting`. */
export function checkpointTimes(policy: CheckpointPolicy | undefined): CheckpointTimes {
  if (policy === undefined) return { afterStep: () => false, afterEpoch: () => false };
  const { everySteps, everyEpochs = everySteps === undefined ? 1 : undefined } = policy;
  return {
    afterStep: every('fit checkpoints.everySteps', everySteps),
    afterEpoch: every('fit checkpoints.everyEpochs', everyEpochs),
  };
}

function every(where: string, interval: number | undefined): (done: number) => boolean {
  if (interval === undefined) return () => false;
  checkSetting(where, interval, count);
  return (done) => done % interval === 0;
}
