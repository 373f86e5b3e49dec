import { printJson } from '../terminal/output.js';
import type { Presenter } from './presenter.js';

/** One event a line; the model itself, megabytes of numbers, stays out. */
export const jsonPresenter: Presenter = (event) => {
  printJson('model' in event ? { ...event, model: undefined } : event);
};
