import { expect, it } from 'vitest';
import { TrainerError } from './trainer-error.js';

it('says where, expected, got and remedy, and keeps them apart for programs', () => {
  const details = {
    where: 'fit epochs',
    expected: 'a whole number of at least 1',
    got: '0',
    remedy: 'use a number such as 32',
  };
  const error = new TrainerError('invalid-setting', details);
  expect(error.message).toBe(
    'fit epochs: expected a whole number of at least 1, got 0; use a number such as 32',
  );
  expect(error).toMatchObject({ name: 'TrainerError', code: 'invalid-setting', details });
});
