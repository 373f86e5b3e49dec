import { describe, expect, it } from 'vitest';
import { explainFailure } from './explain-failure.js';
import { UsageError } from './usage-error.js';

function errorOf(name: string, code: string, message = 'where: expected, got') {
  return Object.assign(new Error(message), { name, code });
}

describe('explainFailure', () => {
  it('passes on what a typed error says', () => {
    expect(explainFailure(new UsageError('no such command'))).toEqual({
      message: 'no such command',
      exitCode: 2,
    });
    expect(explainFailure(errorOf('DatasetError', 'corrupt')).exitCode).toBe(3);
    expect(explainFailure(errorOf('TrainerError', 'invalid-setting')).exitCode).toBe(2);
    expect(explainFailure(errorOf('TrainerError', 'data-mismatch')).exitCode).toBe(3);
    expect(explainFailure(errorOf('TrainerError', 'run-over')).exitCode).toBe(1);
  });

  it('says what the system means, and of which file', () => {
    const error = Object.assign(errorOf('Error', 'EACCES', 'EACCES: ...'), { path: '/root/x' });
    expect(explainFailure(error)).toEqual({ message: '/root/x: permission denied', exitCode: 1 });
  });

  it('calls anything else a fault of the program', () => {
    expect(explainFailure(new TypeError('x is not a function'))).toEqual({
      message: 'x is not a function\nThis should not happen; --debug shows where it did.',
      exitCode: 1,
    });
    expect(explainFailure('text').message).toBe('internal: text was thrown');
  });
});
