/** Figures of one epoch, as a training run reports them. */
export interface EpochRecord {
  /** From 1. */
  readonly epoch: number;
  readonly loss: number;
  /** [0, 1] */
  readonly accuracy: number;
  /** Null without validation data. */
  readonly valLoss: number | null;
  /** [0, 1], null without validation data. */
  readonly valAccuracy: number | null;
}

export interface LearningRun {
  readonly name: string;
  readonly epochs: readonly EpochRecord[];
}
