import type { CallbackState } from '../checkpoint/training-checkpoint.js';
import { checkSetting, count, share } from '../settings/check-setting.js';
import { TrainerError } from '../trainer-error.js';
import type { Callback } from './callback.js';
import { checkMonitor, isImprovement, monitored, type MonitoredMetric } from './monitor.js';

export interface ReduceOnPlateauOptions {
  /** Default `valLoss`. */
  readonly monitor?: MonitoredMetric;
  /** What the learning rate is multiplied by, above 0 and below 1. Default .1. */
  readonly factor?: number;
  /** Epochs in a row without improvement before each reduction. Default 3. */
  readonly patience?: number;
  /** By how much a value must beat the best one to count. Default 0. */
  readonly minDelta?: number;
  /** The rate falls no further than this. Default 1e-7. */
  readonly minLearningRate?: number;
}

/**
 * Lowers the learning rate when a run no longer improves, as Keras' ReduceLROnPlateau without its
 * cooldown.
 *
 * @throws TrainerError `invalid-setting`; in the run also `no-validation`.
 */
export function reduceOnPlateau({
  monitor = 'valLoss',
  factor = 0.1,
  patience = 3,
  minDelta = 0,
  minLearningRate = 1e-7,
}: ReduceOnPlateauOptions = {}): Callback {
  checkSetting('reduceOnPlateau patience', patience, count);
  if (checkSetting('reduceOnPlateau factor', factor, share) === 0) {
    throw new TrainerError('invalid-setting', {
      where: 'reduceOnPlateau factor',
      expected: 'a number above 0 and below 1',
      got: '0',
      remedy: 'use a number such as 0.1',
    });
  }
  let best: number | null = null;
  let waited = 0;
  const callback: Callback = (event, control) => {
    if (event.type === 'runStart') {
      checkMonitor('reduceOnPlateau', monitor, event);
      best = null;
      waited = 0;
    }
    if (event.type !== 'epochEnd') return;
    const value = monitored(event, monitor);
    if (isImprovement(monitor, value, best, minDelta)) {
      best = value;
      waited = 0;
      return;
    }
    waited++;
    if (waited < patience) return;
    waited = 0;
    const { learningRate } = control;
    const reduced = Math.max(learningRate * factor, minLearningRate);
    if (reduced < learningRate) control.setLearningRate(reduced);
  };
  return Object.assign(callback, {
    memory: {
      read: () => ({ values: { best, waited }, model: null }),
      write: ({ values }: CallbackState) => {
        best = values.best ?? null;
        waited = values.waited ?? 0;
      },
    },
  });
}
