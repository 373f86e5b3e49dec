import { InvalidArgumentError } from 'commander';
import { wholeNumber } from './numbers.js';

/** How often something is done: every so many epochs or steps. */
export interface Interval {
  readonly every: number;
  readonly unit: 'epochs' | 'steps';
}

/** Reads an interval such as `2`, `2epochs`, `1epoch` or `500steps`; a number alone means epochs. */
export function interval(text: string): Interval {
  const match = /^(\d+) ?(epochs?|steps?)?$/i.exec(text);
  if (match === null) {
    throw new InvalidArgumentError('Expected a number of epochs or steps: 2, 1epoch or 500steps.');
  }
  const unit = match[2]?.toLowerCase().startsWith('step') === true ? 'steps' : 'epochs';
  return { every: wholeNumber(1)(match[1]!), unit };
}
