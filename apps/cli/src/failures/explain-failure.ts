/**
 * @file The one place where errors become words and exit codes. Packages' errors are told apart by
 * `name` and `code`, which are stable, so that a typing mistake is explained without loading them.
 */
import { exitCodes, type ExitCode } from './exit-codes.js';
import { systemWords } from './system-words.js';

/** What the user reads and what the shell receives. */
export interface Explanation {
  readonly message: string;
  readonly exitCode: ExitCode;
}

/** Exit codes by the class of an error, and by its code where that decides. */
const exitCodesByError: Readonly<Record<string, ExitCode | Readonly<Record<string, ExitCode>>>> = {
  UsageError: exitCodes.wrongUsage,
  BadFileError: exitCodes.badFile,
  DatasetError: exitCodes.badFile,
  ModelSpecError: exitCodes.badFile,
  ModelFileError: exitCodes.badFile,
  BackendError: exitCodes.failed,
  CheckpointError: exitCodes.failed,
  PlanError: exitCodes.failed,
  TrainerError: {
    'invalid-setting': exitCodes.wrongUsage,
    'no-validation': exitCodes.wrongUsage,
    'empty-data': exitCodes.badFile,
    'data-mismatch': exitCodes.badFile,
    'weights-mismatch': exitCodes.badFile,
    'bad-record': exitCodes.badFile,
    'bad-checkpoint': exitCodes.badFile,
    'resume-mismatch': exitCodes.wrongUsage,
  },
};

/** What a user of the command line can do about an error whose own remedy is for programmers. */
const remedies: Readonly<Record<string, string>> = {
  'mixed-shapes': 'add --size, such as --size 28x28, and --grey where some have colours',
};

function exitCodeOf(name: string, code: unknown): ExitCode | undefined {
  const entry = exitCodesByError[name];
  return typeof entry === 'object' ? (entry[String(code)] ?? exitCodes.failed) : entry;
}

/** Turns whatever was thrown into words and an exit code. */
export function explainFailure(thrown: unknown): Explanation {
  if (!(thrown instanceof Error)) {
    return { message: `internal: ${String(thrown)} was thrown`, exitCode: exitCodes.failed };
  }
  const { name, code, path } = thrown as NodeJS.ErrnoException;
  const exitCode = exitCodeOf(name, code);
  if (exitCode !== undefined) return { message: messageOf(thrown), exitCode };
  const words = systemWords(thrown);
  if (words !== undefined) {
    return {
      message: `${path === undefined ? '' : `${path}: `}${words}`,
      exitCode: exitCodes.failed,
    };
  }
  return {
    message: `${thrown.message}\nThis should not happen; --debug shows where it did.`,
    exitCode: exitCodes.failed,
  };
}

/** The message of a typed error, with the remedy that fits the command line. */
function messageOf(error: Error & { readonly code?: string; readonly details?: unknown }): string {
  const remedy = remedies[error.code ?? ''];
  if (remedy === undefined) return error.message;
  const { where, expected, got } = error.details as Record<string, string>;
  return `${where}: expected ${expected}, got ${got}; ${remedy}`;
}
