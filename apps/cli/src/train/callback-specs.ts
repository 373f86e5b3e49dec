import type { CallbackSpec } from '@manabi/trainer';
import type { TrainOptions } from './command.js';

/** The callbacks that the options ask for, as data. */
export function callbackSpecs(options: TrainOptions): CallbackSpec[] {
  const { earlyStopping: patience, learningRateSchedule: schedule, validationSplit } = options;
  const specs: CallbackSpec[] = [];
  if (schedule !== undefined) specs.push({ type: 'learningRateSchedule', schedule });
  const monitor = validationSplit > 0 ? 'valLoss' : 'loss';
  if (options.reduceOnPlateau !== undefined) {
    specs.push({ type: 'reduceOnPlateau', monitor, ...options.reduceOnPlateau });
  }
  if (patience !== undefined) {
    specs.push({ type: 'earlyStopping', monitor, patience });
  }
  return specs;
}
