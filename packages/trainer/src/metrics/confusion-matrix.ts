/**
 * How often each class was taken for which: `matrix[true][predicted]` counts; the diagonal is right.
 *
 * @param labels - [n], integers in [0, classes).
 * @param predicted - [n], integers in [0, classes).
 */
export function confusionMatrix(
  labels: ArrayLike<number>,
  predicted: ArrayLike<number>,
  classes: number,
): number[][] {
  const matrix = Array.from({ length: classes }, () => new Array<number>(classes).fill(0));
  for (let i = 0; i < labels.length; i++) matrix[labels[i]!]![predicted[i]!]!++;
  return matrix;
}
