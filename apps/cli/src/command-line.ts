import process from 'node:process';
import { CommanderError } from 'commander';
import { explainFailure } from './failures/explain-failure.js';
import { exitCodes } from './failures/exit-codes.js';
import { createProgram } from './program.js';
import { note } from './terminal/output.js';

/**
 * A reader that has seen enough (`| head -1`) is no failure; later writes go nowhere. Results that
 * cannot be written, as on a full disk, end the program.
 */
function watch(stream: NodeJS.WriteStream): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return;
    if (stream === process.stdout) note(`error: stdout: ${explainFailure(error).message}`);
    process.exit(exitCodes.failed);
  });
}

/**
 * Runs one command.
 *
 * @param words - the command line after `manabi`.
 * @returns the exit code; results and messages have been written by then.
 */
export async function runCommandLine(words: readonly string[]): Promise<number> {
  watch(process.stdout);
  watch(process.stderr);
  let exitCode: number = exitCodes.done;
  const program = createProgram((code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync(words, { from: 'user' });
    return exitCode;
  } catch (error) {
    // Commander has already written its message, and help asked for is not an error.
    if (error instanceof CommanderError) {
      return error.exitCode === 0 ? exitCodes.done : exitCodes.wrongUsage;
    }
    const { message, exitCode } = explainFailure(error);
    note(`error: ${message}`);
    if (program.opts<{ debug?: boolean }>().debug === true) note(stackOf(error));
    return exitCode;
  }
}

/** Every stack trace of an error and its causes. */
function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const own = error.stack ?? error.message;
  return error.cause === undefined ? own : `${own}\ncaused by ${stackOf(error.cause)}`;
}
