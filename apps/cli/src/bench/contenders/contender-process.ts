import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { createInterface } from 'node:readline';
import process from 'node:process';
import type { Readable, Writable } from 'node:stream';
import type { Contender, Job } from './contender.js';

/** The contender cannot do it; the message says why in its own words. */
export class ContenderError extends Error {
  override readonly name = 'ContenderError';
}

/** Kept of what a contender says to stderr, for when it ends. */
const stderrLength = 4096;

/**
 * A contender at work in a process of its own, so that threads, memory and compiled code of one do
 * not disturb another. It starts with the job as its last argument and prints `{"version": "1.2"}`
 * when it is ready; each line `{"steps": 100}` that it receives it answers by `{"seconds": 0.31}`, the
 * time that these steps took. Its owner disposes it.
 */
export class ContenderProcess {
  readonly version: string;
  readonly #connection: Connection;

  /**
   * @param signal - ends it.
   * @throws ContenderError when it ends, or says nothing for so long.
   */
  static async start(
    { command, args, env = {} }: Contender,
    job: Job,
    { patienceMs, signal }: { readonly patienceMs: number; readonly signal: AbortSignal },
  ): Promise<ContenderProcess> {
    const child = spawn(command, [...args, JSON.stringify(job)], {
      env: { ...process.env, ...env },
      stdio: ['pipe', 'pipe', 'pipe'],
      signal,
    });
    const connection = new Connection(child, patienceMs);
    try {
      const { version } = await connection.receive();
      return new ContenderProcess(connection, String(version));
    } catch (error) {
      connection.end();
      throw error;
    }
  }

  private constructor(connection: Connection, version: string) {
    this.#connection = connection;
    this.version = version;
  }

  /**
   * @returns the seconds that it took.
   * @throws ContenderError when it ends, says nothing for so long or something that is no time.
   */
  async train(steps: number): Promise<number> {
    this.#connection.send({ steps });
    const { seconds } = await this.#connection.receive();
    if (typeof seconds === 'number' && seconds > 0) return seconds;
    throw new ContenderError(`expected a time, got ${String(seconds)}`);
  }

  dispose(): void {
    this.#connection.end();
  }
}

/** Lines of JSON to and from a child. */
class Connection {
  readonly #child: ChildProcessByStdio<Writable, Readable, Readable>;
  readonly #lines: AsyncIterator<string>;
  readonly #patienceMs: number;
  readonly #ended: Promise<string>;

  constructor(child: ChildProcessByStdio<Writable, Readable, Readable>, patienceMs: number) {
    this.#child = child;
    this.#patienceMs = patienceMs;
    this.#lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-stderrLength);
    });
    // Writing to one that has ended is reported as its end.
    child.stdin.on('error', () => undefined);
    this.#ended = new Promise((resolve) => {
      child.on('error', ({ message }) => {
        resolve(message);
      });
      child.on('close', (code, signal) => {
        resolve(lastWords(said) ?? `it ended with ${signal ?? `exit code ${code ?? '?'}`}`);
      });
    });
  }

  send(message: object): void {
    this.#child.stdin.write(`${JSON.stringify(message)}\n`);
  }

  /** The next line that is JSON; whatever else a library prints is passed over. */
  async receive(): Promise<Record<string, unknown>> {
    let timer: NodeJS.Timeout | undefined;
    const timeout = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        reject(new ContenderError(`no answer within ${this.#patienceMs / 1000} s`));
      }, this.#patienceMs);
    });
    try {
      return await Promise.race([this.#nextMessage(), timeout]);
    } finally {
      clearTimeout(timer);
    }
  }

  async #nextMessage(): Promise<Record<string, unknown>> {
    for (;;) {
      const { done, value } = (await this.#lines.next()) as IteratorResult<string, undefined>;
      if (done === true) throw new ContenderError(await this.#ended);
      if (!value.startsWith('{')) continue;
      return JSON.parse(value) as Record<string, unknown>;
    }
  }

  end(): void {
    this.#child.kill('SIGKILL');
  }
}

/** The line of a stack trace, of Node's or Python's, that says what went wrong. */
function lastWords(stderr: string): string | undefined {
  const lines = stderr.split('\n').map((line) => line.trim());
  return lines.findLast((line) => /^\w*Error\b.*: /.test(line))?.replace(/^Error: /, '');
}
