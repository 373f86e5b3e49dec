import { TrainerError } from '../trainer-error.js';

/** The numbers that a setting may take, and the words for them. */
export interface SettingRange {
  readonly expected: string;
  readonly remedy: string;
  readonly includes: (value: number) => boolean;
}

export const count: SettingRange = {
  expected: 'a whole number of at least 1',
  remedy: 'use a number such as 32',
  includes: (value) => Number.isSafeInteger(value) && value >= 1,
};

export const seedRange: SettingRange = {
  expected: 'a whole number in [0, 2^32)',
  remedy: 'use a number such as 1',
  includes: (value) => Number.isInteger(value) && value >= 0 && value < 2 ** 32,
};

export const positive: SettingRange = {
  expected: 'a finite number above 0',
  remedy: 'use a number such as 0.001',
  includes: (value) => value > 0 && value < Infinity,
};

export const share: SettingRange = {
  expected: 'a number of at least 0 and below 1',
  remedy: 'use a number such as 0.1',
  includes: (value) => value >= 0 && value < 1,
};

/**
 * @param where - names the function and the setting, such as `fit batchSize`.
 * @returns the value.
 * @throws TrainerError `invalid-setting` when it is out of the range or, from JavaScript, no number.
 */
export function checkSetting(where: string, value: unknown, range: SettingRange): number {
  if (typeof value === 'number' && range.includes(value)) return value;
  throw new TrainerError('invalid-setting', {
    where,
    expected: range.expected,
    got: typeof value === 'string' ? JSON.stringify(value) : String(value),
    remedy: range.remedy,
  });
}

/**
 * Refuses settings that nothing reads, such as misspelt ones from JSON.
 *
 * @param where - what takes the settings, such as `fit settings`.
 * @param known - every name that it reads.
 * @throws TrainerError `invalid-setting`.
 */
export function checkNames(
  where: string,
  settings: object,
  known: readonly string[],
  remedy: string,
): void {
  const unknown = Object.keys(settings).find((name) => !known.includes(name));
  if (unknown === undefined) return;
  throw new TrainerError('invalid-setting', {
    where,
    expected: `only ${known.join(', ')}`,
    got: unknown,
    remedy,
  });
}

/**
 * @returns the value.
 * @throws TrainerError `invalid-setting` when it is not one of the choices.
 */
export function checkChoice<Choice extends string>(
  where: string,
  value: Choice,
  choices: readonly Choice[],
): Choice {
  if (choices.includes(value)) return value;
  throw new TrainerError('invalid-setting', {
    where,
    expected: `one of ${choices.join(', ')}`,
    got: JSON.stringify(value),
    remedy: `use ${choices[0]}`,
  });
}
