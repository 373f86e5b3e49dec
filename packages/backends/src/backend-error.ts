import type { BackendName } from './backend-name.js';

/**
 * - `unavailable`: the backend does not exist here or did not start.
 * - `wrong-results`: it started, but computes other numbers than it should.
 */
export type BackendErrorCode = 'unavailable' | 'wrong-results';

/** The parts of an error's message, in the order in which it says them. */
export interface BackendErrorDetails {
  /** The backend at fault. */
  readonly backend: BackendName;
  /** What is wrong with it, a clause without a full stop. */
  readonly reason: string;
  /** What the reader can do. */
  readonly remedy: string;
  readonly cause?: unknown;
}

/** A backend that cannot be used; every failure of this package. */
export class BackendError extends Error {
  override readonly name = 'BackendError';
  readonly code: BackendErrorCode;
  readonly details: BackendErrorDetails;

  constructor(code: BackendErrorCode, details: BackendErrorDetails) {
    const { backend, reason, remedy, cause } = details;
    super(
      `backend "${backend}": expected it to work, got: ${reason}; ${remedy}`,
      cause === undefined ? {} : { cause },
    );
    this.code = code;
    this.details = details;
  }
}
