import { eventJson } from '@manabi/trainer';
import { printLine } from '../terminal/output.js';
import type { Presenter } from './presenter.js';

/** One event a line; the model itself, megabytes of numbers, stays out. */
export const jsonPresenter: Presenter = (event) => {
  printLine(eventJson(event));
};
