import type { Model } from '@manabi/models';
import type { CallbackState } from '../checkpoint/training-checkpoint.js';
import type { Callback } from './callback.js';
import { checkMonitor, isImprovement, monitored, type MonitoredMetric } from './monitor.js';

/** A model that was better than every one before it. */
export interface Improvement {
  readonly epoch: number;
  readonly monitor: MonitoredMetric;
  readonly value: number;
  readonly model: Model;
}

export interface BestModelOptions {
  /** Default `valLoss`. */
  readonly monitor?: MonitoredMetric;
  /** Called with each improvement, such as to save it; the run waits for it. */
  readonly onImprovement?: (improvement: Improvement) => void | Promise<void>;
}

/**
 * Takes a `checkpoint` whenever an epoch ends with a better model than all before.
 *
 * @throws TrainerError in the run: `invalid-setting` or `no-validation`.
 */
export function bestModel({ monitor = 'valLoss', onImprovement }: BestModelOptions = {}): Callback {
  let best: number | null = null;
  const callback: Callback = async (event, control) => {
    if (event.type === 'runStart') {
      checkMonitor('bestModel', monitor, event);
      best = null;
    }
    if (event.type !== 'epochEnd') return;
    const value = monitored(event, monitor);
    if (!isImprovement(monitor, value, best)) return;
    best = value;
    const model = await control.checkpoint(`best ${monitor}`);
    await onImprovement?.({ epoch: event.epoch, monitor, value, model });
  };
  return Object.assign(callback, {
    memory: {
      read: () => ({ values: { best }, model: null }),
      write: ({ values }: CallbackState) => {
        best = values.best ?? null;
      },
    },
  });
}
