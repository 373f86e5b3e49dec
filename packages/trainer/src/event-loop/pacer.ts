import { macrotask } from './macrotask.js';

/** Longest time that the run keeps the event loop to itself, whatever the size of a step. */
const longestHoldMs = 50;

/** Keeps the event loop alive during synchronous work. */
export interface Pacer {
  /** Gives others a turn now. */
  pause(): Promise<void>;
  /** Whether it is time for one. */
  readonly isDue: boolean;
}

/** @param clock - milliseconds from any start; one that stands still makes no turn due. */
export function createPacer(clock: () => number): Pacer {
  let last = clock();
  return {
    async pause() {
      await macrotask();
      last = clock();
    },
    get isDue() {
      return clock() - last >= longestHoldMs;
    },
  };
}
