/**
 * @file Where threads wait for each other. Two counters in memory: how many have arrived, and how
 * often all have. A thread first looks for a while, since the others are rarely far behind, then
 * sleeps.
 */

/** Looks before it sleeps: some hundred microseconds, a tenth of which waking a thread can take. */
const looks: i32 = 200000;

/**
 * Sleeps until woken if the number at `at` is `value`. JavaScript's `Atomics.wait`: with WebAssembly's own
 * instruction threads of Node 20 were found asleep for ever at addresses 0 and 4, in code that was not
 * optimised yet and had lost the variable that the address is in.
 */
declare function sleep(at: usize, value: i32): void;

/** Returns when the number at `at` is no longer `value`. Whoever changes it notifies. */
export function awaitChange(at: usize, value: i32): void {
  for (let i = 0; i < looks; i++) {
    if (atomic.load<i32>(at) != value) return;
  }
  while (atomic.load<i32>(at) == value) sleep(at, value);
}

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
  awaitChange(at + 4, round);
}
