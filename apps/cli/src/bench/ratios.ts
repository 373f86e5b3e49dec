import type { MeasuredRow, Ratio, TrainingRow } from './report.js';

/** Each of our rows against each peer that was measured, at the number of threads that suits the peer best. */
export function ratios(rows: readonly TrainingRow[]): Ratio[] {
  const measured = rows.filter((row): row is MeasuredRow => row.status === 'measured');
  const best = new Map<string, number>();
  for (const { name, ours, seconds } of measured) {
    if (!ours) best.set(name, Math.min(seconds, best.get(name) ?? Infinity));
  }
  return [...best].flatMap(([peer, seconds]) =>
    measured
      .filter(({ ours }) => ours)
      .map((own) => ({ peer, threads: own.threads, ratio: own.seconds / seconds })),
  );
}
