import type { EpochEndEvent, RunStartEvent } from '../events.js';
import { TrainerError } from '../trainer-error.js';

const metrics = ['loss', 'accuracy', 'valLoss', 'valAccuracy'] as const;

/** A number of `epochEnd` to judge a model by: losses should fall, accuracies rise. */
export type MonitoredMetric = (typeof metrics)[number];

/**
 * @throws TrainerError `invalid-setting` when, from JavaScript, it is no such number;
 *   `no-validation` when the run will never have it.
 */
export function checkMonitor(where: string, monitor: MonitoredMetric, run: RunStartEvent): void {
  if (!metrics.includes(monitor)) {
    throw new TrainerError('invalid-setting', {
      where: `${where} monitor`,
      expected: `one of ${metrics.join(', ')}`,
      got: JSON.stringify(monitor),
      remedy: 'correct its spelling',
    });
  }
  const needsValidation = monitor === 'valLoss' || monitor === 'valAccuracy';
  if (!needsValidation || run.validationSize > 0) return;
  throw new TrainerError('no-validation', {
    where: `${where} monitor`,
    expected: `validation data for ${monitor}`,
    got: 'none',
    remedy: `set validationSplit, pass data.validation, or monitor "${monitor === 'valLoss' ? 'loss' : 'accuracy'}"`,
  });
}

/** The number that is watched; `checkMonitor` made sure that it is there. */
export function monitored(event: EpochEndEvent, monitor: MonitoredMetric): number {
  return event[monitor]!;
}

/** Whether `value` beats `best` (null: there is none yet) by more than `minDelta`. */
export function isImprovement(
  monitor: MonitoredMetric,
  value: number,
  best: number | null,
  minDelta = 0,
): boolean {
  if (best === null) return true;
  const falls = monitor === 'loss' || monitor === 'valLoss';
  return (falls ? best - value : value - best) > minDelta;
}
