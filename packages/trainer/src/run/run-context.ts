import type { ResolvedModel } from '@manabi/models';
import type { SplitData } from '../data/split-training-data.js';
import type { Engine } from '../engine/engine.js';
import type { ResolvedTrainingSettings } from '../settings/training-settings.js';
import type { EventStream } from './event-stream.js';
import type { Pacer } from '../event-loop/pacer.js';
import type { CheckpointSaver } from '../checkpoint/checkpoint-saver.js';
import type { RunProgress } from './run-progress.js';
import type { RunState } from './run-state.js';

/** What the parts of a run share. */
export interface RunContext extends EventStream {
  readonly model: ResolvedModel;
  readonly data: SplitData;
  readonly settings: ResolvedTrainingSettings;
  readonly stepsPerEpoch: number;
  readonly engine: Engine;
  /** Why another engine than the plan was taken; null where there is nothing to say. */
  readonly engineReason: string | null;
  readonly state: RunState;
  readonly progress: RunProgress;
  readonly isResumed: boolean;
  readonly checkpoints: CheckpointSaver;
  readonly pacer: Pacer;
  /** Milliseconds from any start. */
  readonly clock: () => number;
  /** Since the run began, in all its parts. */
  readonly elapsedMs: () => number;
}
