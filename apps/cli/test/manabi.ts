/** @file Runs the real program as a user's shell does. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface, type Interface } from 'node:readline';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';

const binary = fileURLToPath(new URL('../bin/manabi.js', import.meta.url));

export interface RunOptions {
  readonly cwd?: string;
  /** Added to this process' environment; undefined takes a variable away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Where results go; default a pipe that is collected. */
  readonly stdout?: number;
}

export interface Finished {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Starts `manabi ...words`; its output is collected and can also be read line by line. */
export function startManabi(
  words: readonly string[],
  { cwd, env = {}, stdout: output }: RunOptions = {},
) {
  const child: ChildProcess = spawn(process.execPath, [binary, ...words], {
    ...(cwd === undefined ? {} : { cwd }),
    env: { ...process.env, NO_COLOR: undefined, FORCE_COLOR: undefined, CI: undefined, ...env },
    stdio: ['ignore', output ?? 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr!.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const finished = once(child, 'close').then(([exitCode, signal]): Finished => ({
    exitCode: exitCode as number | null,
    signal: signal as NodeJS.Signals | null,
    stdout,
    stderr,
  }));
  const lines = createInterface({ input: child.stdout ?? Readable.from([]) });
  return { child, lines, finished };
}

/** Runs `manabi ...words` to its end. */
export function manabi(words: readonly string[], options?: RunOptions): Promise<Finished> {
  return startManabi(words, options).finished;
}

/** Acts once, at the first line with this beginning. */
export function onFirst(lines: Interface, beginning: string, act: () => void): void {
  const listen = (line: string) => {
    if (!line.startsWith(beginning)) return;
    lines.off('line', listen);
    act();
  };
  lines.on('line', listen);
}

/** The JSON values of a text, one a line; throws when a line is none. */
export function jsonLines(text: string): Record<string, unknown>[] {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}
