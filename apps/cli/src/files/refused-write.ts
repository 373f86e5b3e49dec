import { systemFault } from '../failures/system-words.js';
import { UsageError } from '../failures/usage-error.js';

/**
 * What to throw when the system does not let a file be written.
 *
 * @param option - which one named it.
 * @returns a UsageError that asks for another file; for a full disk, where no name helps, the
 *   system's error with the file's name instead of a temporary one.
 */
export function refusedWrite(option: string, path: string, error: unknown): Error {
  const fault = error as NodeJS.ErrnoException;
  if (fault.code === 'ENOSPC') return Object.assign(fault, { path });
  return new UsageError(
    `${option}: expected a file that can be written to, got ${systemFault(error)} at ${path}; name another file`,
    { cause: error },
  );
}
