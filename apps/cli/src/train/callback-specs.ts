import type { CallbackSpec } from '@manabi/trainer';
import type { TrainOptions } from './command.js';

/** The callbacks that the options ask for, as data. */
export function callbackSpecs(options: TrainOptions): CallbackSpec[] {
  const { earlyStopping: patience, learningRateSchedule: schedule, validationSplit } = options;
  const specs: CallbackSpec[] = [];
  if (schedule !== undefined) specs.push({ type: 'learningRateSchedule', schedule });
  if (patience !== undefined) {
    const monitor = validationSplit > 0 ? 'valLoss' : 'loss';
    specs.push({ type: 'earlyStopping', monitor, patience });
  }
  return specs;
}
