/** Right answers among the examples of each class, and among all of them. */
export interface AccuracyByClass {
  /** In [0, 1]. */
  readonly all: number;
  /** By label, in [0, 1]; undefined where a class has no examples. */
  readonly classes: readonly (number | undefined)[];
}

/** @param count - only so many examples, from the first on. */
export function accuracyByClass(
  predicted: ArrayLike<number>,
  labels: ArrayLike<number>,
  classCount: number,
  count: number,
): AccuracyByClass {
  const right = new Array<number>(classCount).fill(0);
  const seen = new Array<number>(classCount).fill(0);
  for (let i = 0; i < count; i++) {
    const label = labels[i]!;
    seen[label]!++;
    if (predicted[i] === label) right[label]!++;
  }
  return {
    all: right.reduce((sum, n) => sum + n, 0) / count,
    classes: right.map((n, label) => (seen[label] === 0 ? undefined : n / seen[label]!)),
  };
}
