/**
 * - `invalid`: an argument or a folder that cannot be meant.
 * - `mixed-shapes`: images of one folder that differ in size or colours.
 * - `not-found`: a file or folder that should exist does not, or cannot be read.
 * - `corrupt`: bytes that are not what they should be.
 * - `unsupported`: bytes of another format than those that are read.
 * - `too-large`: an image of more pixels than are allowed.
 * - `unavailable`: no copy on this machine and no mirror delivered one.
 */
export type DatasetErrorCode =
  | 'invalid'
  | 'mixed-shapes'
  | 'not-found'
  | 'corrupt'
  | 'unsupported'
  | 'too-large'
  | 'unavailable';

/** The parts of an error's message, in the order in which it says them. */
export interface DatasetErrorDetails {
  /** The function, file or address that found the fault. */
  readonly where: string;
  readonly expected: string;
  readonly got: string;
  /** What the reader can do; left out when nothing beyond the above helps. */
  readonly remedy?: string;
  /** File or folder at fault, when there is one. */
  readonly path?: string;
  readonly cause?: unknown;
}

/** Every failure of this package but an abort, which throws the signal's reason. */
export class DatasetError extends Error {
  override readonly name = 'DatasetError';
  readonly code: DatasetErrorCode;
  readonly details: DatasetErrorDetails;

  constructor(code: DatasetErrorCode, details: DatasetErrorDetails) {
    const { where, expected, got, remedy, cause } = details;
    const advice = remedy === undefined ? '' : `; ${remedy}`;
    super(
      `${where}: expected ${expected}, got ${got}${advice}`,
      cause === undefined ? {} : { cause },
    );
    this.code = code;
    this.details = details;
  }

  /** File or folder at fault, when there is one. */
  get path(): string | undefined {
    return this.details.path;
  }
}
