import type { StoredRun } from '../../runs/stored-run.js';

/**
 * Why there are no test figures of a run.
 *
 * - `held`: it was trained here, and can be stopped and tested.
 * - `diverged`: it was broken off.
 * - `record`: it was opened without weights that could be tested.
 * - `model`: it was opened, and not trained on.
 */
export type UntestedReason = 'held' | 'diverged' | 'record' | 'model';

export function untestedReason(run: StoredRun): UntestedReason {
  const { outcome, record, hasWeights, computation } = run;
  if ((outcome?.kind ?? record?.result.outcome) === 'diverged') return 'diverged';
  if (!hasWeights) return 'record';
  // What has computed here is known of any run but an opened one.
  return computation === null ? 'model' : 'held';
}
