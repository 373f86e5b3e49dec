import type { Dataset } from '@manabi/datasets';
import type { ResolvedModel, Weights } from '@manabi/models';
import type { GradientClipping } from '../clipping/gradient-clipping.js';
import type { ResolvedOptimizerSpec } from '../optimizers/optimizer-spec.js';

/** What every engine is made from. */
export interface EngineOptions {
  readonly model: ResolvedModel;
  /** Where training starts. */
  readonly weights: Weights;
  /** The training data; must fit the model. */
  readonly data: Dataset;
  readonly optimizer: ResolvedOptimizerSpec;
  /** Of the gradients, before the optimiser uses them. Default none. */
  readonly clipping?: GradientClipping | null;
  /** Seeds dropout; an integer in [0, 2^32). */
  readonly seed: number;
}
