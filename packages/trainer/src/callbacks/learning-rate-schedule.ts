import { checkSetting, count, positive } from '../settings/check-setting.js';
import { TrainerError } from '../trainer-error.js';
import type { Callback } from './callback.js';
import { oneCycleRate } from './one-cycle.js';

/** A schedule as JSON; `initial` is the optimiser's learning rate, e the epoch from 1. */
export type LearningRateScheduleSpec =
  /** `initial factor^floor((e - 1) / every)`: a drop every few epochs. */
  | { readonly type: 'step'; readonly every: number; readonly factor: number }
  /** `initial factor^(e - 1)`. */
  | { readonly type: 'exponential'; readonly factor: number }
  /**
   * `initial (1 + cos(pi (e - 1) / epochs)) / 2`: slow, fast, slow down to nearly 0 (Loshchilov and
   * Hutter 2017, equation 5).
   */
  | { readonly type: 'cosine' }
  /** Up to `initial` and down to nearly 0, step by step; see `oneCycleRate`. */
  | { readonly type: 'oneCycle' };

/** The learning rate of an epoch from the epoch (from 1), the first rate and the run's epochs. */
export type LearningRateSchedule = (epoch: number, initial: number, epochs: number) => number;

/**
 * Sets the learning rate of every epoch before it begins; `oneCycle` that of every step.
 *
 * @throws TrainerError `invalid-setting`; in the run too when a rate is not above 0.
 */
export function learningRateSchedule(
  schedule: LearningRateSchedule | LearningRateScheduleSpec,
): Callback {
  if (typeof schedule !== 'function' && schedule.type === 'oneCycle') return oneCycle;
  const rateOf = typeof schedule === 'function' ? schedule : scheduleOf(schedule);
  let initial = 0;
  let epochs = 0;
  return (event, control) => {
    if (event.type === 'runStart') {
      initial = control.learningRate;
      ({ epochs } = event);
      control.setLearningRate(rateOf(1, initial, epochs));
    }
    if (event.type === 'epochEnd' && event.epoch < epochs) {
      control.setLearningRate(rateOf(event.epoch + 1, initial, epochs));
    }
  };
}

const oneCycle: Callback = (event, control) => {
  if (event.type !== 'runStart') return;
  const peak = control.learningRate;
  const steps = event.epochs * event.stepsPerEpoch;
  control.scheduleSteps((stepsDone) => oneCycleRate(stepsDone, steps, peak));
};

function scheduleOf(
  spec: Exclude<LearningRateScheduleSpec, { type: 'oneCycle' }>,
): LearningRateSchedule {
  switch (spec.type) {
    case 'step': {
      const every = checkSetting('learningRateSchedule every', spec.every, count);
      const factor = checkSetting('learningRateSchedule factor', spec.factor, positive);
      return (epoch, initial) => initial * factor ** Math.floor((epoch - 1) / every);
    }
    case 'exponential': {
      const factor = checkSetting('learningRateSchedule factor', spec.factor, positive);
      return (epoch, initial) => initial * factor ** (epoch - 1);
    }
    case 'cosine':
      return (epoch, initial, epochs) =>
        (initial * (1 + Math.cos((Math.PI * (epoch - 1)) / epochs))) / 2;
    default:
      throw new TrainerError('invalid-setting', {
        where: 'learningRateSchedule type',
        expected: 'one of step, exponential, cosine, oneCycle',
        got: JSON.stringify((spec satisfies never as { readonly type?: unknown }).type),
        remedy: 'correct its spelling or pass a function',
      });
  }
}
