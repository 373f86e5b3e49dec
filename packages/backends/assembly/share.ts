/**
 * Where the share of a thread begins when `count` things are split: shares differ by at most one
 * `unit`, and depend on nothing else. A share ends where the next thread's begins.
 */
export function shareStart(count: i32, unit: i32, thread: i32, threads: i32): i32 {
  const units = (count + unit - 1) / unit;
  return min(count, ((units * thread) / threads) * unit);
}
