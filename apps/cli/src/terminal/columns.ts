import process from 'node:process';

/** Width of the terminal, or what a pipe's reader is assumed to have. */
export function terminalColumns(): number {
  return process.stdout.isTTY ? process.stdout.columns : 80;
}
