import type { Dataset } from '@manabi/datasets';
import type { ResolvedModel, Weights } from '@manabi/models';
import type { InferenceOutput } from './inference-engine.js';

/** What every inference engine is made from. */
export interface InferenceTask {
  readonly model: ResolvedModel;
  readonly weights: Weights;
  /** Must fit the model; labels count for nothing. */
  readonly data: Dataset;
  readonly output: InferenceOutput;
}
