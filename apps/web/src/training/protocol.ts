/** @file What the page and its training worker say to each other. Plain, clonable data. */
import type { EpochEndEvent, RunEndEvent } from '@manabi/trainer';

/** From the page. */
export type TrainingRequest =
  | {
      /** Begins a run from the same first weights. */
      readonly type: 'train';
      /** Whether the network is shown a few times a second, or once an epoch. */
      readonly often: boolean;
    }
  /** Holds the run at its next report, or lets it go on. */
  | { readonly type: 'hold'; readonly held: boolean }
  | {
      readonly type: 'classify';
      /** Comes back with the answer, so that an answer to an older question is known as such. */
      readonly request: number;
      /** [784], 0 background, 255 ink. */
      readonly pixels: Uint8Array;
    };

/** A test digit and what the network says of it at this moment. */
export interface Answer {
  /** [784], 0 background, 255 ink. */
  readonly pixels: Uint8Array;
  readonly label: number;
  /** [10], in [0, 1], sum 1. */
  readonly probabilities: Float32Array;
}

/** From the worker: `prepared`, then answers, progress and epochs, then one end. */
export type TrainingNews =
  | { readonly type: 'prepared'; readonly backend: string }
  | {
      readonly type: 'progress';
      readonly epoch: number;
      /** Share of the epoch's steps that are done, in [0, 1]. */
      readonly share: number;
      /** Share of right answers in this epoch so far, in [0, 1]. */
      readonly accuracy: number;
      readonly samplesPerSecond: number;
    }
  | { readonly type: 'epoch'; readonly event: EpochEndEvent }
  /** Of the network as it is now: whoever waits for an answer asks again. */
  | { readonly type: 'answers'; readonly answers: readonly Answer[] }
  | {
      readonly type: 'classified';
      readonly request: number;
      /** [10], in [0, 1], sum 1. */
      readonly probabilities: Float32Array;
    }
  | {
      readonly type: 'ended';
      readonly outcome: RunEndEvent['outcome'];
      readonly testAccuracy: number;
    }
  | { readonly type: 'failed'; readonly message: string };
