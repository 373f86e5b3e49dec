import type { AdamConstants } from './adam.js';
import type { MomentumConstants } from './momentum.js';
import type { RmspropConstants } from './rmsprop.js';

interface LearningRate {
  /** Size of a step, above 0. Default .001; .01 for `sgd` and `momentum`. */
  readonly learningRate?: number;
}

export interface SgdSpec extends LearningRate {
  readonly type: 'sgd';
}

/** Default: `momentum` .9. */
export interface MomentumSpec extends LearningRate, Partial<MomentumConstants> {
  readonly type: 'momentum';
}

/** Defaults: `rho` .9, `epsilon` 1e-7. */
export interface RmspropSpec extends LearningRate, Partial<RmspropConstants> {
  readonly type: 'rmsprop';
}

/** Defaults: `beta1` .9, `beta2` .999, `epsilon` 1e-7. */
export interface AdamSpec extends LearningRate, Partial<AdamConstants> {
  readonly type: 'adam';
}

/** An optimiser as JSON. Adam is the one to start with; SGD is the one to understand first. */
export type OptimizerSpec = SgdSpec | MomentumSpec | RmspropSpec | AdamSpec;

/** A specification with every default filled in. */
export type ResolvedOptimizerSpec =
  Required<SgdSpec> | Required<MomentumSpec> | Required<RmspropSpec> | Required<AdamSpec>;
