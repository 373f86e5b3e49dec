/** What is wrong: a plan that does not fit together, a use that does not fit the plan, or
 * an engine that lacks what was asked for. */
export type PlanErrorCode =
  'unknown-buffer' | 'unknown-procedure' | 'wrong-size' | 'disposed' | 'unavailable';

/** Something about a plan or its use is wrong: where, expected, got, remedy. */
export class PlanError extends Error {
  override readonly name = 'PlanError';
  readonly code: PlanErrorCode;
  readonly where: string;
  readonly expected: string;
  readonly got: string;

  constructor(
    code: PlanErrorCode,
    details: {
      readonly where: string;
      readonly expected: string;
      readonly got: string;
      readonly remedy: string;
    },
  ) {
    const { where, expected, got, remedy } = details;
    super(`${where}: expected ${expected}, got ${got}; ${remedy}`);
    this.code = code;
    this.where = where;
    this.expected = expected;
    this.got = got;
  }
}

/** What using an executor after `dispose` throws. */
export function disposedError(where: string): PlanError {
  return new PlanError('disposed', {
    where,
    expected: 'an executor in use',
    got: 'one that was disposed',
    remedy: 'create another',
  });
}
