import type { Model } from '@manabi/models';
import type { CallbackState } from '../checkpoint/training-checkpoint.js';
import type { TrainingEvent } from '../events.js';

/**
 * What a callback may do to its run until the run is over. After that `snapshot`, `restore` and
 * `checkpoint` throw `run-over`, and the rest changes nothing.
 */
export interface RunControl {
  /** The optimiser's present learning rate. */
  readonly learningRate: number;
  /** For the steps to come. @throws TrainerError `invalid-setting`. */
  setLearningRate(learningRate: number): void;
  /**
   * Sets the rate before every step from now on; null: no longer.
   *
   * @param rateOf - from the steps of the whole run that are done, from 0, to a rate above 0.
   */
  scheduleSteps(rateOf: ((stepsDone: number) => number) | null): void;
  /** Ends the run before its next step; `runEnd` says why. */
  stop(reason: string): void;
  /** A copy of the model as it is now. */
  snapshot(): Promise<Model>;
  /** Replaces the weights. The optimiser keeps its state. @throws ModelArgumentError for others. */
  restore(model: Model): void;
  /** Sends a `checkpoint` event with a snapshot, after the present event. @returns the snapshot. */
  checkpoint(reason: string): Promise<Model>;
}

/**
 * Sees every event of a run before its consumer does; the run waits for it. What it throws ends the
 * run and reaches the consumer.
 */
export interface Callback {
  (event: TrainingEvent, control: RunControl): void | Promise<void>;
  /** For a callback that decides something by what it saw earlier: a resumed run gives it back. */
  readonly memory?: CallbackMemory;
}

/** What a callback remembers from event to event, for checkpoints. */
export interface CallbackMemory {
  /** A copy, or data that no longer changes. */
  read(): CallbackState;
  /** Called after `runStart`, which begins with an empty memory. */
  write(state: CallbackState): void;
}
