/**
 * @file Results go to stdout; progress of downloads, warnings and errors to stderr, so that a pipe
 * receives results alone.
 */
import process from 'node:process';

/** Writes one finished line (or several) of results. */
export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Writes one JSON value as one line of results; NaN and infinities become null, as JSON has none. */
export function printJson(value: unknown): void {
  print(JSON.stringify(value));
}

/** Writes a line that is not a result. */
export function note(text: string): void {
  process.stderr.write(`${text}\n`);
}
