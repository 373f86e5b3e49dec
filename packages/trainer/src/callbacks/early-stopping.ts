import type { Model } from '@manabi/models';
import type { CallbackState } from '../checkpoint/training-checkpoint.js';
import { checkSetting, count } from '../settings/check-setting.js';
import type { Callback } from './callback.js';
import { checkMonitor, isImprovement, monitored, type MonitoredMetric } from './monitor.js';

export interface EarlyStoppingOptions {
  /** Default `valLoss`. */
  readonly monitor?: MonitoredMetric;
  /** Epochs in a row without improvement after which the run stops. Default 3. */
  readonly patience?: number;
  /** By how much a value must beat the best one to count. Default 0. */
  readonly minDelta?: number;
  /** Whether the run ends with the weights of its best epoch. Default true. */
  readonly restoreBest?: boolean;
}

/**
 * Stops a run that no longer improves (Prechelt 1998, "Early stopping - but when?"). With
 * `restoreBest` a run that reaches its last epoch also ends with its best weights.
 *
 * @throws TrainerError `invalid-setting`; in the run also `no-validation`.
 */
export function earlyStopping({
  monitor = 'valLoss',
  patience = 3,
  minDelta = 0,
  restoreBest = true,
}: EarlyStoppingOptions = {}): Callback {
  checkSetting('earlyStopping patience', patience, count);
  let best: number | null = null;
  let bestEpoch = 0;
  let bestModel: Model | null = null;
  let epochs = 0;
  const callback: Callback = async (event, control) => {
    if (event.type === 'runStart') {
      checkMonitor('earlyStopping', monitor, event);
      epochs = event.epochs;
      best = bestModel = null;
      bestEpoch = 0;
    }
    if (event.type === 'runEnd') bestModel = null;
    if (event.type !== 'epochEnd') return;
    const { epoch } = event;
    const value = monitored(event, monitor);
    if (isImprovement(monitor, value, best, minDelta)) {
      best = value;
      bestEpoch = epoch;
      if (restoreBest) bestModel = await control.snapshot();
      return;
    }
    const isOver = epoch - bestEpoch >= patience;
    if ((isOver || epoch === epochs) && bestModel !== null) control.restore(bestModel);
    if (isOver) {
      control.stop(
        `no better ${monitor} than ${best} of epoch ${bestEpoch} for ${patience} epochs`,
      );
    }
  };
  return Object.assign(callback, {
    memory: {
      read: () => ({ values: { best, bestEpoch }, model: bestModel }),
      write: ({ values, model }: CallbackState) => {
        best = values.best ?? null;
        bestEpoch = values.bestEpoch ?? 0;
        bestModel = model;
      },
    },
  });
}
