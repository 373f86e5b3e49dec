/** @file The script of a thread: takes a task, says that it is ready, serves until it is released. */
import { isNode } from '../platform.js';
import { instantiateKernels } from './kernel-instance.js';
import type { KernelTask, KernelThreadNews } from './kernel-task.js';

if (isNode()) {
  const threads = process.getBuiltinModule('node:worker_threads');
  // Not awaited: bundlers write workers in a format without top-level await.
  void serve(threads.workerData as KernelTask, () => {
    threads.parentPort!.postMessage('ready');
  });
} else {
  const tell = (news: KernelThreadNews) => {
    (globalThis as unknown as Worker).postMessage(news);
  };
  globalThis.onmessage = ({ data }: MessageEvent<KernelTask>) => {
    void serve(data, () => {
      tell('ready');
    })
      .catch((error: unknown) => {
        // What rejects is no error event of the worker.
        tell({ failure: String(error) });
      })
      .finally(() => {
        globalThis.close();
      });
  };
}

async function serve(task: KernelTask, sayReady: () => void): Promise<void> {
  const kernels = await instantiateKernels(task.module, task.memory);
  sayReady();
  const { control, step, scratch, thread, threads, meeting } = task;
  kernels.serve(control, step, scratch, thread, threads, meeting);
}
