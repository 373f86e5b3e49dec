import type { Callback } from './callback.js';
import { earlyStopping, type EarlyStoppingOptions } from './early-stopping.js';
import { learningRateSchedule, type LearningRateScheduleSpec } from './learning-rate-schedule.js';
import { reduceOnPlateau, type ReduceOnPlateauOptions } from './reduce-on-plateau.js';

/** A callback that changes what a run computes, as JSON: records and resumed runs make it again. */
export type CallbackSpec =
  | { readonly type: 'learningRateSchedule'; readonly schedule: LearningRateScheduleSpec }
  | ({ readonly type: 'reduceOnPlateau' } & ReduceOnPlateauOptions)
  | ({ readonly type: 'earlyStopping' } & EarlyStoppingOptions);

/**
 * The callback that a specification names.
 *
 * @throws TrainerError `invalid-setting`.
 */
export function createCallback(spec: CallbackSpec): Callback {
  switch (spec.type) {
    case 'learningRateSchedule':
      return learningRateSchedule(spec.schedule);
    case 'reduceOnPlateau':
      return reduceOnPlateau(spec);
    case 'earlyStopping':
      return earlyStopping(spec);
  }
}
