import { isNode } from '../platform.js';
import type { KernelTask, KernelThreadNews } from './kernel-task.js';

/** A thread that runs its share of every program until the leader releases it. */
export interface KernelThread {
  /** Ends the thread at once, whatever it is doing. */
  terminate(): void;
}

/** More help nobody: a step is cut into parts of about a microsecond then. */
const threadLimit = 64;

/**
 * Most threads that can compute here: 1 where memory cannot be shared, or where this thread may not
 * wait for others, as a page's own thread (a worker of the page may).
 */
export function mostThreads(): number {
  if (isNode()) return threadLimit;
  const { crossOriginIsolated, document } = globalThis as {
    crossOriginIsolated?: boolean;
    document?: unknown;
  };
  return crossOriginIsolated === true && document === undefined ? threadLimit : 1;
}

/** Multiplications that are worth a thread of their own: some 40 microseconds. */
const workOfThread = 1_000_000;

/**
 * How many threads to use unless the caller says: the cores there are, and fewer for a plan so small
 * that its threads would mostly wait for each other.
 *
 * @param work - from `planWork`.
 */
export function usefulThreads(work: number): number {
  const cores = isNode()
    ? process.getBuiltinModule('node:os').availableParallelism()
    : globalThis.navigator.hardwareConcurrency;
  return Math.max(1, Math.min(cores, Math.floor(work / workOfThread)));
}

/**
 * Starts a thread for each task. Where one does not start, those that did are ended: they would wait
 * for a leader that never comes.
 *
 * @returns when all are ready to serve.
 */
export async function startKernelThreads(
  tasks: readonly KernelTask[],
): Promise<readonly KernelThread[]> {
  const start = isNode() ? startInNode : startInBrowser;
  const starts = await Promise.allSettled(tasks.map(start));
  const threads = starts.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const failure = starts.find((one) => one.status === 'rejected');
  if (failure === undefined) return threads;
  for (const thread of threads) thread.terminate();
  throw failure.reason;
}

async function startInNode(task: KernelTask): Promise<KernelThread> {
  const threads = process.getBuiltinModule('node:worker_threads');
  // Two statements: bundlers take `new Worker(new URL(...))` in one for a worker of the page.
  const script = new URL('./kernel-worker.js', import.meta.url);
  // No flags: some of the program's own, such as --input-type, stop a thread from starting.
  const worker = new threads.Worker(script, { workerData: task, execArgv: [] });
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('message', () => {
      worker.off('error', reject);
      // A process may end while its threads wait for work.
      worker.unref();
      resolve({ terminate: () => void worker.terminate() });
    });
  });
}

async function startInBrowser(task: KernelTask): Promise<KernelThread> {
  // Bundlers find the worker's file by this very expression.
  const worker = new Worker(new URL('./kernel-worker.js', import.meta.url), { type: 'module' });
  return new Promise((resolve, reject) => {
    const fail = (message: string) => {
      worker.terminate();
      reject(new Error(`a thread of the kernels did not start: ${message}`));
    };
    worker.onerror = ({ message }) => {
      fail(message);
    };
    worker.onmessage = ({ data }: MessageEvent<KernelThreadNews>) => {
      if (data !== 'ready') {
        fail(data.failure);
        return;
      }
      resolve({
        terminate: () => {
          worker.terminate();
        },
      });
    };
    worker.postMessage(task);
  });
}
