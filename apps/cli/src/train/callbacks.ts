import { earlyStopping, learningRateSchedule, type Callback } from '@manabi/trainer';
import type { TrainOptions } from './command.js';

/** The callbacks that the options ask for. */
export function callbacksOf(options: TrainOptions): Callback[] {
  const { earlyStopping: patience, learningRateSchedule: schedule, validationSplit } = options;
  const callbacks: Callback[] = [];
  if (schedule !== undefined) callbacks.push(learningRateSchedule(schedule));
  if (patience !== undefined) {
    const monitor = validationSplit > 0 ? 'valLoss' : 'loss';
    callbacks.push(earlyStopping({ monitor, patience }));
  }
  return callbacks;
}
