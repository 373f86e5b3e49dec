import process from 'node:process';
import { exitCodes, type ExitCode } from '../failures/exit-codes.js';

const codes = { SIGINT: exitCodes.interrupted, SIGTERM: exitCodes.terminated } as const;
type Signal = keyof typeof codes;

/** npx passes on a Ctrl-C that the terminal has sent already: two signals, one key press. */
const samePressMs = 300;

/** Work that a signal may end early. */
export interface Interruption {
  /** Aborted by the first SIGINT or SIGTERM, and when the reader of a pipe has gone. */
  readonly signal: AbortSignal;
  /** What to exit with; `done` while nothing was interrupted or the reader has seen enough. */
  readonly exitCode: () => ExitCode;
  /** Stops listening. */
  readonly release: () => void;
}

/**
 * Listens for Ctrl-C and a request to terminate until released. A second one ends the process.
 *
 * @param onSignal - told once, when a signal (not a closed pipe) ends the work.
 */
export function interruptible(onSignal: () => void): Interruption {
  const controller = new AbortController();
  let exitCode: ExitCode = exitCodes.done;
  let interruptedAtMs: number | undefined;
  const interrupt = (signal: Signal) => {
    if (interruptedAtMs === undefined) {
      interruptedAtMs = performance.now();
      exitCode = codes[signal];
      onSignal();
      controller.abort();
    } else if (performance.now() - interruptedAtMs > samePressMs) {
      process.exit(codes[signal]);
    }
  };
  const pipeClosed = () => {
    controller.abort();
  };
  process.on('SIGINT', interrupt);
  process.on('SIGTERM', interrupt);
  process.stdout.on('error', pipeClosed);
  return {
    signal: controller.signal,
    exitCode: () => exitCode,
    release: () => {
      process.off('SIGINT', interrupt);
      process.off('SIGTERM', interrupt);
      process.stdout.off('error', pipeClosed);
    },
  };
}
