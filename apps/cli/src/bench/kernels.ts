import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import type { KernelResult } from './report.js';

const program = fileURLToPath(new URL('processes/time-kernels.js', import.meta.url));

/** Matrix products timed alone, in a process of their own. */
export async function measureKernels(rounds: number, signal: AbortSignal): Promise<KernelResult> {
  const child = spawn(process.execPath, [program, String(rounds)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    signal,
  });
  const [output] = await Promise.all([text(child.stdout), once(child, 'close')]);
  signal.throwIfAborted();
  if (child.exitCode !== 0) {
    throw new Error(`bench kernels: their process ended with exit code ${child.exitCode ?? '?'}`);
  }
  return JSON.parse(output) as KernelResult;
}
