import { checkClipping, type GradientClipping } from '../clipping/gradient-clipping.js';
import { engineChoices, type EngineChoice } from '../engine/engine-choice.js';
import type { OptimizerSpec, ResolvedOptimizerSpec } from '../optimizers/optimizer-spec.js';
import { resolveOptimizer } from '../optimizers/resolve-optimizer.js';
import { checkChoice, checkNames, checkSetting, count, share, seedRange } from './check-setting.js';

/** How to train, as JSON. The same settings, data, model and backend give the same run. */
export interface TrainingSettings {
  /** Passes over the training data. Default 10. */
  readonly epochs?: number;
  /** Examples a step. Default 32; larger is faster and needs more epochs. */
  readonly batchSize?: number;
  /** Default `{ type: 'adam' }`. */
  readonly optimizer?: OptimizerSpec;
  /** Share in [0, 1) of the training data to hold out, each class in its share. Default 0. */
  readonly validationSplit?: number;
  /** Of the split, the order of the examples and dropout: an integer in [0, 2^32). Default 0. */
  readonly seed?: number;
  /** A new order of the examples in each epoch. Default true. */
  readonly shuffle?: boolean;
  /** Steps between `batchEnd` events; only there are losses read from the device. Default 20. */
  readonly logEvery?: number;
  /**
   * Default `auto`: `plan` on the tfjs backends wasm and cpu, else `autodiff`. The two round
   * differently: name one where runs on several machines are to be compared to the last bit.
   */
  readonly engine?: EngineChoice;
  /**
   * Multiplies and adds in one instruction, by the plan on wasm, in an engine that has relaxed SIMD; a
   * run that cannot is refused. Faster where convolutions or large layers take the time. Default
   * false: the plan gives the same bits on every machine; true: on one machine only.
   */
  readonly relaxedSimd?: boolean;
  /** Keeps gradients from growing too large. Default null: they are used as they are. */
  readonly gradientClipping?: GradientClipping | null;
  /** Looks into the layers after every epoch (`epochEnd.watch`); changes no number. Default false. */
  readonly watch?: boolean;
}

export type ResolvedTrainingSettings = Required<Omit<TrainingSettings, 'optimizer'>> & {
  readonly optimizer: ResolvedOptimizerSpec;
};

/**
 * Fills in the defaults and checks the ranges.
 *
 * @throws TrainerError `invalid-setting`.
 */
export function resolveSettings(settings: TrainingSettings): ResolvedTrainingSettings {
  const {
    epochs = 10,
    batchSize = 32,
    optimizer = { type: 'adam' },
    validationSplit = 0,
    seed = 0,
    shuffle = true,
    logEvery = 20,
    engine = 'auto',
    relaxedSimd = false,
    gradientClipping = null,
    watch = false,
  } = settings;
  const resolved: ResolvedTrainingSettings = {
    epochs: checkSetting('fit epochs', epochs, count),
    batchSize: checkSetting('fit batchSize', batchSize, count),
    optimizer: resolveOptimizer(optimizer),
    validationSplit: checkSetting('fit validationSplit', validationSplit, share),
    seed: checkSetting('fit seed', seed, seedRange),
    shuffle,
    logEvery: checkSetting('fit logEvery', logEvery, count),
    engine: checkChoice('fit engine', engine, engineChoices),
    relaxedSimd,
    gradientClipping: checkClipping(gradientClipping),
    watch,
  };
  const remedy = 'correct its spelling; the learning rate is a setting of the optimizer';
  checkNames('fit settings', settings, Object.keys(resolved), remedy);
  return resolved;
}
