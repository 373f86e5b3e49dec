import type { StoredRun } from '../../runs/stored-run.js';
import type { DataHash } from '../../training/load-data.js';

/** Whether two runs had the same data: byte for byte where that is known of both. */
export function sameData(a: StoredRun, b: StoredRun): boolean {
  const [left, right] = [hashOf(a), hashOf(b)];
  if (left !== undefined && right !== undefined) {
    return left.train === right.train && left.test === right.test;
  }
  return JSON.stringify(a.data.choice) === JSON.stringify(b.data.choice);
}

function hashOf({ hash, record }: StoredRun): DataHash | undefined {
  if (hash !== null) return hash;
  return record === null
    ? undefined
    : { train: record.data.train.sha256, test: record.data.test.sha256 };
}
