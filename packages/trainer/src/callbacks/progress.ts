import type { RunStartEvent } from '../events.js';
import { perSecond } from '../metrics/per-second.js';
import type { Callback } from './callback.js';

/** How far a run is, for a bar and a line of text. */
export interface Progress {
  /** From 1. */
  readonly epoch: number;
  readonly epochs: number;
  /** Steps done in this epoch. */
  readonly step: number;
  readonly stepsPerEpoch: number;
  /** Share of all steps of the run that are done, in [0, 1]. */
  readonly fraction: number;
  /** Mean cross-entropy of this epoch so far, in nats. */
  readonly loss: number;
  /** Share of right answers of this epoch so far, in [0, 1]. */
  readonly accuracy: number;
  /** Speed of training in this epoch, in examples a second. */
  readonly samplesPerSecond: number;
  /** Time for the remaining steps at this epoch's speed, validation not counted. */
  readonly remainingMs: number;
}

/** Tells `listener` how far the run is, at every `batchEnd`. */
export function progress(listener: (progress: Progress) => void): Callback {
  let run: RunStartEvent | undefined;
  return (event) => {
    if (event.type === 'runStart') run = event;
    if (event.type !== 'batchEnd' || run === undefined) return;
    const { epoch, step, stepsPerEpoch, samples, loss, accuracy, durationMs } = event;
    const { epochs } = run;
    const done = (epoch - 1) * stepsPerEpoch + step;
    const total = epochs * stepsPerEpoch;
    listener({
      epoch,
      epochs,
      step,
      stepsPerEpoch,
      fraction: done / total,
      loss,
      accuracy,
      samplesPerSecond: perSecond(samples, durationMs),
      remainingMs: (durationMs / step) * (total - done),
    });
  };
}
