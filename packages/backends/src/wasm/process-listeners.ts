import { isNode } from '../platform.js';

const faults = ['uncaughtException', 'unhandledRejection'] as const;

/**
 * Runs `start` and takes back the listeners it adds to Node's `process`. Emscripten's loader adds
 * two that rethrow every fault of the whole program, which changes its exit code and its output.
 */
export async function keepProcessListeners(start: () => Promise<void>): Promise<void> {
  if (!isNode()) return start();
  const before = faults.map((fault) => process.rawListeners(fault));
  try {
    await start();
  } finally {
    faults.forEach((fault, i) => {
      for (const listener of process.rawListeners(fault)) {
        if (!before[i]!.includes(listener)) process.off(fault, listener as () => void);
      }
    });
  }
}
