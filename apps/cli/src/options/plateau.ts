import { InvalidArgumentError } from 'commander';
import { share, wholeNumber } from './numbers.js';

/** When and how far the learning rate falls. */
export interface Plateau {
  /** Epochs without a better loss. */
  readonly patience: number;
  /** What the rate is multiplied by. */
  readonly factor: number;
}

/** Reads `3` or `3:0.5`: epochs without improvement, and what the rate is multiplied by. */
export function plateau(text: string): Plateau {
  const [patience = '', factor = '0.1', ...others] = text.split(':');
  const value = share(factor);
  if (others.length > 0 || value === 0) {
    throw new InvalidArgumentError('Expected EPOCHS or EPOCHS:FACTOR, such as 3 or 3:0.5.');
  }
  return { patience: wholeNumber(1)(patience), factor: value };
}
