import { InvalidArgumentError } from 'commander';
import type { LearningRateScheduleSpec } from '@manabi/trainer';
import { suggestion } from './nearest-word.js';
import { positiveNumber, wholeNumber } from './numbers.js';

/** What `--learning-rate-schedule` takes, for help texts. */
export const scheduleHelp = 'cosine, one-cycle, exponential:FACTOR or step:EPOCHS:FACTOR';

const parts = { cosine: 0, 'one-cycle': 0, exponential: 1, step: 2 } as const;

/** Reads a schedule such as `cosine`, `exponential:0.9` or `step:5:0.5`. */
export function schedule(text: string): LearningRateScheduleSpec {
  const [word = '', ...numbers] = text.toLowerCase().split(':');
  if (!Object.hasOwn(parts, word)) {
    throw new InvalidArgumentError(
      `Expected ${scheduleHelp}.${suggestion(word, Object.keys(parts))}`,
    );
  }
  const type = word as keyof typeof parts;
  if (numbers.length !== parts[type]) {
    throw new InvalidArgumentError(`Expected ${scheduleHelp}, such as step:5:0.5.`);
  }
  switch (type) {
    case 'cosine':
      return { type };
    case 'one-cycle':
      return { type: 'oneCycle' };
    case 'exponential':
      return { type, factor: positiveNumber(numbers[0]!) };
    case 'step':
      return { type, every: wholeNumber(1)(numbers[0]!), factor: positiveNumber(numbers[1]!) };
  }
}
