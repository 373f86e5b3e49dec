/** @file What the page and its training worker say to each other. Plain, clonable data. */
import type { EpochEndEvent, RunEndEvent } from '@manabi/trainer';

/** From the page: begin a run, or end the one that goes on. */
export type TrainingRequest = { readonly type: 'train' } | { readonly type: 'stop' };

/** A test digit and what the network says of it at this moment. */
export interface Answer {
  /** [784], 0 background, 255 ink. */
  readonly pixels: Uint8Array;
  readonly label: number;
  /** [10], in [0, 1], sum 1. */
  readonly probabilities: Float32Array;
}

/** From the worker, in this order: `prepared`, then progress, epochs and answers, then one end. */
export type TrainingNews =
  | { readonly type: 'prepared'; readonly backend: string }
  | {
      readonly type: 'progress';
      readonly epoch: number;
      /** Share of the epoch's steps that are done, in [0, 1]. */
      readonly share: number;
      readonly samplesPerSecond: number;
    }
  | { readonly type: 'epoch'; readonly event: EpochEndEvent }
  | { readonly type: 'answers'; readonly answers: readonly Answer[] }
  | {
      readonly type: 'ended';
      readonly outcome: RunEndEvent['outcome'];
      readonly testAccuracy: number;
    }
  | { readonly type: 'failed'; readonly message: string };
