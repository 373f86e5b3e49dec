/** What of a run can be seen over time. */
export interface RunMoments {
  /** Epochs whose weights are kept, in order. */
  readonly kept: readonly number[];
  /** Epochs that are over. */
  readonly history: readonly { readonly epoch: number }[];
}

/**
 * Moments at which runs can be seen beside each other, in order: those that are kept of any. A run
 * whose weights are not kept over time still has its curves.
 */
export function commonMoments(runs: readonly RunMoments[]): readonly number[] {
  const each = runs.map(({ kept, history }) =>
    kept.length > 1 ? kept : history.map(({ epoch }) => epoch),
  );
  return [...new Set(each.flat())].sort((a, b) => a - b);
}
