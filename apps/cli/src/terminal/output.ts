/**
 * @file Results go to stdout; progress of downloads, warnings and errors to stderr, so that a pipe
 * receives results alone.
 */
import process from 'node:process';
import { terminalColumns } from './columns.js';
import { wrapped } from './wrapped.js';

/** Writes one finished line (or several) of results, broken between words on a narrow terminal. */
export function print(text: string): void {
  process.stdout.write(`${fitting(text, process.stdout)}\n`);
}

/** Writes one JSON value as one line of results; NaN and infinities become null, as JSON has none. */
export function printJson(value: unknown): void {
  printLine(JSON.stringify(value));
}

/** Writes one line of results as it is, as programs read it. */
export function printLine(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Writes a line that is not a result, broken between words on a narrow terminal. */
export function note(text: string): void {
  process.stderr.write(`${fitting(text, process.stderr)}\n`);
}

function fitting(text: string, stream: NodeJS.WriteStream): string {
  return stream.isTTY ? wrapped(text, terminalColumns(stream)) : text;
}
