import type { BatchEndEvent, EpochEndEvent, RunStartEvent } from '@manabi/trainer';

/** What a progress line shows of one epoch, while it runs and when it is over. */
export interface EpochProgress {
  /** From 1. */
  readonly epoch: number;
  readonly epochs: number;
  readonly step: number;
  readonly stepsPerEpoch: number;
  /** Share of the epoch's steps that are done, in [0, 1]; 1 only when the epoch is over. */
  readonly done: number;
  /** Training samples a second; NaN before it is known. */
  readonly samplesPerSecond: number;
  /** Over the epoch, validation included. */
  readonly elapsedMs: number;
  /** Null before the first ones are known. */
  readonly loss: number | null;
  readonly accuracy: number | null;
  /** Null without validation, and until it has run. */
  readonly valLoss: number | null;
  readonly valAccuracy: number | null;
}

function rate(samples: number, durationMs: number): number {
  return durationMs > 0 ? (samples / durationMs) * 1000 : Number.NaN;
}

/** An epoch that has just begun; one that is resumed has steps behind it. */
export function progressOfStart(epoch: number, run: RunStartEvent): EpochProgress {
  const { epochs, stepsPerEpoch, resumed } = run;
  const step = resumed?.epoch === epoch ? resumed.step : 0;
  return {
    ...{ epoch, epochs, step, stepsPerEpoch, done: step / stepsPerEpoch },
    ...{ samplesPerSecond: Number.NaN, elapsedMs: 0, loss: null, accuracy: null },
    ...{ valLoss: null, valAccuracy: null },
  };
}

/** The progress that a `batchEnd` event tells. */
export function progressOfBatch(event: BatchEndEvent, epochs: number): EpochProgress {
  return {
    epoch: event.epoch,
    epochs,
    step: event.step,
    stepsPerEpoch: event.stepsPerEpoch,
    done: event.step / event.stepsPerEpoch,
    samplesPerSecond: rate(event.samples, event.durationMs),
    elapsedMs: event.durationMs,
    loss: event.loss,
    accuracy: event.accuracy,
    valLoss: null,
    valAccuracy: null,
  };
}

/** The figures of a whole epoch. */
export function progressOfEpoch(
  event: EpochEndEvent,
  run: { readonly epochs: number; readonly stepsPerEpoch: number; readonly trainSize: number },
): EpochProgress {
  return {
    epoch: event.epoch,
    epochs: run.epochs,
    step: run.stepsPerEpoch,
    stepsPerEpoch: run.stepsPerEpoch,
    done: 1,
    samplesPerSecond: rate(run.trainSize, event.trainDurationMs),
    elapsedMs: event.durationMs,
    loss: event.loss,
    accuracy: event.accuracy,
    valLoss: event.valLoss,
    valAccuracy: event.valAccuracy,
  };
}
