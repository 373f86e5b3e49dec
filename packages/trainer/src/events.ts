/** @file What a training run says, in the order in which it says it. Plain, clonable data. */
import type { Model } from '@manabi/models';

export interface RunStartEvent {
  readonly type: 'runStart';
  /** What computes: `webgpu`, `wasm` or `cpu`. */
  readonly backend: string;
  readonly engine: EngineName;
  /** Why the engine `auto` did not take the plan; null where it did, or where one was asked for. */
  readonly engineReason: string | null;
  readonly threads: number;
  readonly seed: number;
  readonly epochs: number;
  readonly batchSize: number;
  readonly stepsPerEpoch: number;
  readonly trainSize: number;
  readonly validationSize: number;
  readonly parameters: number;
  /** Where a resumed run goes on, and the epochs that are over; null for a run from its start. */
  readonly resumed: {
    /** The epoch in progress, from 1. */
    readonly epoch: number;
    /** Steps done in it. */
    readonly step: number;
    readonly history: readonly EpochEndEvent[];
  } | null;
}

export interface EpochStartEvent {
  readonly type: 'epochStart';
  /** From 1. */
  readonly epoch: number;
  readonly learningRate: number;
}

/** Sent every `logEvery` steps and at the last step of an epoch; means over the epoch so far. */
export interface BatchEndEvent {
  readonly type: 'batchEnd';
  readonly epoch: number;
  /** Steps done in this epoch, from 1. */
  readonly step: number;
  readonly stepsPerEpoch: number;
  readonly samples: number;
  /** Mean cross-entropy in nats. */
  readonly loss: number;
  /** Share of right answers in [0, 1]. */
  readonly accuracy: number;
  /** Spent training in this epoch so far. */
  readonly durationMs: number;
}

export interface EpochEndEvent {
  readonly type: 'epochEnd';
  readonly epoch: number;
  readonly loss: number;
  readonly accuracy: number;
  /** Null without validation data. */
  readonly valLoss: number | null;
  readonly valAccuracy: number | null;
  readonly learningRate: number;
  /** Training and validation. */
  readonly durationMs: number;
  /** Training alone. */
  readonly trainDurationMs: number;
  /** Where the setting `watch` asks for it. */
  readonly watch?: readonly LayerWatch[];
}

/** What a layer does, at the end of an epoch, with up to 256 examples of the training data. */
export interface LayerWatch {
  readonly layer: string;
  /** Of its outputs, after the activation. */
  readonly mean: number;
  /** Standard deviation of its outputs. */
  readonly deviation: number;
  /**
   * Share in [0, 1] of its units (of an image: channels) that give 0 for every example: they learn
   * nothing there. Null for another activation than ReLU.
   */
  readonly deadShare: number | null;
  /** Norm of the loss's gradient with respect to its weights; null for a layer without weights. */
  readonly gradientNorm: number | null;
}

/** A copy of the model, as asked for by a callback. */
export interface CheckpointEvent {
  readonly type: 'checkpoint';
  readonly epoch: number;
  /** Why it was taken, such as `best valLoss`. */
  readonly reason: string;
  readonly model: Model;
}

/** What was first no longer a finite number, in the order in which a step computes. */
export type DivergedPart =
  | { readonly kind: 'activations'; readonly layer: string }
  | { readonly kind: 'gradient' | 'updatedWeight' | 'inheritedWeight'; readonly weight: string }
  | { readonly kind: 'loss' };

/** Where a run lost its numbers. */
export interface Divergence {
  readonly epoch: number;
  /** Of the epoch, from 1; null where it could not be found. */
  readonly step: number | null;
  readonly part: DivergedPart;
  /** The rate that was in use. */
  readonly learningRate: number;
}

export interface RunEndEvent {
  readonly type: 'runEnd';
  /**
   * `completed`: all epochs. `stopped`: by a callback. `aborted`: by the signal. `diverged`: a loss
   * is no longer a finite number.
   */
  readonly outcome: 'completed' | 'stopped' | 'aborted' | 'diverged';
  /** What a callback said when it stopped the run, or where the loss was lost; else null. */
  readonly reason: string | null;
  /** Where a diverged run was lost, for a page that says it in words of its own. */
  readonly divergence?: Divergence;
  /** Whole epochs done. */
  readonly epochs: number;
  /** Null without test data, and when the run was aborted or diverged. */
  readonly testLoss: number | null;
  readonly testAccuracy: number | null;
  readonly durationMs: number;
  /** Training samples over the time spent training, validation and test excluded. */
  readonly samplesPerSecond: number;
  readonly backend: string;
  readonly engine: EngineName;
  readonly threads: number;
  readonly seed: number;
  /** The model as the run left it; useless when it diverged. */
  readonly model: Model;
}

/**
 * How steps are computed. `plan`: by the model lowered to a few fused kernels. `autodiff`: by tfjs'
 * automatic differentiation.
 */
export type EngineName = 'plan' | 'autodiff';

export type TrainingEvent =
  RunStartEvent | EpochStartEvent | BatchEndEvent | EpochEndEvent | CheckpointEvent | RunEndEvent;
