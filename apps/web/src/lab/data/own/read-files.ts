/** @file Has files read in a worker of its own, which goes when they are read or no longer wanted. */
import type { ReadingNews, ReadingResults, ReadingTask } from './reading-worker.js';
import ReadingWorker from './reading-worker.ts?worker';

export interface ReadFilesOptions {
  /** Files read so far. */
  readonly onProgress?: (done: number) => void;
  readonly signal: AbortSignal;
}

/** @throws the signal's reason; an error when the worker cannot be loaded or breaks. */
export function readFiles<T extends ReadingTask>(
  task: T,
  { onProgress, signal }: ReadFilesOptions,
): Promise<ReadingResults[T['kind']]> {
  const worker = new ReadingWorker();
  return new Promise<ReadingResults[T['kind']]>((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    signal.throwIfAborted();
    worker.addEventListener('message', ({ data }: MessageEvent<ReadingNews>) => {
      if (data.kind === 'progress') onProgress?.(data.done);
      else if (data.kind === 'failed') reject(new Error(data.message));
      else resolve(data.result as ReadingResults[T['kind']]);
    });
    worker.addEventListener('error', (event) => {
      const { message = '' } = event as Partial<ErrorEvent>;
      reject(new Error(message));
    });
    worker.postMessage(task);
  }).finally(() => worker.terminate());
}
