import type { EngineChoice } from '../engine/engine-choice.js';
import type { RunStartEvent } from '../events.js';

/** How to go through many examples. */
export interface InferenceOptions {
  /** Examples a forward pass. Default 256; fewer for large images on a device with little memory. */
  readonly batchSize?: number;
  /** Stops between two passes by throwing the signal's reason. */
  readonly signal?: AbortSignal;
  /** As in `TrainingSettings`: default `auto`, the plan on the tfjs backends wasm and cpu. */
  readonly engine?: EngineChoice;
  /**
   * Threads that may compute where the engine is `plan` on wasm: at least 1; the numbers do not
   * depend on it. Default: the cores there are, or fewer for little work.
   */
  readonly threads?: number;
}

/** What computed, as `runStart` says it of a training run. */
export type Computation = Pick<RunStartEvent, 'backend' | 'engine' | 'engineReason' | 'threads'>;
