/**
 * @file Where threads wait for each other. Two counters in memory: how many have arrived, and how
 * often all have. A thread first looks for a while, since the others are rarely far behind, then
 * sleeps.
 */

/** Looks before it sleeps: some tens of microseconds. */
export const looks: i32 = 20000;

/** Returns when all threads have called it. @param at - two int32, zero before the first use. */
export function barrier(at: usize, threads: i32): void {
  if (threads == 1) return;
  const round = atomic.load<i32>(at, 4);
  if (atomic.add<i32>(at, 1) == threads - 1) {
    atomic.store<i32>(at, 0);
    atomic.store<i32>(at, round + 1, 4);
    atomic.notify(at + 4, threads);
    return;
  }
  for (let i = 0; i < looks; i++) {
    if (atomic.load<i32>(at, 4) != round) return;
  }
  while (atomic.load<i32>(at, 4) == round) atomic.wait<i32>(at + 4, round, -1);
}
