/** How well one class is found. A share of nothing, 0/0, counts as 0, as in scikit-learn. */
export interface ClassMetrics {
  /** Of what was called this class, the share that is it. 0 when nothing was called so. */
  readonly precision: number;
  /** Of this class, the share that was found. 0 when the class does not occur. */
  readonly recall: number;
  /** Harmonic mean of precision and recall, `2 P R / (P + R)`. 0 when both are 0. */
  readonly f1: number;
  /** Examples of this class. */
  readonly support: number;
}

/** Means over the classes, each with the same weight, however many examples it has. */
export type MacroAverage = Omit<ClassMetrics, 'support'>;

/**
 * Precision, recall and F1 of every class (Manning et al. 2008, section 8.3).
 *
 * @param matrix - [true][predicted] counts.
 */
export function classMetrics(matrix: readonly (readonly number[])[]): ClassMetrics[] {
  return matrix.map((row, label) => {
    const found = row[label]!;
    const support = row.reduce(sum, 0);
    const called = matrix.reduce((total, { [label]: count }) => total + count!, 0);
    return {
      precision: ratio(found, called),
      recall: ratio(found, support),
      // 2PR/(P+R) in counts, which is 0/0 only where P and R are.
      f1: ratio(2 * found, called + support),
      support,
    };
  });
}

/** @param classes - at least one. */
export function macroAverage(classes: readonly ClassMetrics[]): MacroAverage {
  const mean = (name: keyof MacroAverage) =>
    classes.reduce((total, { [name]: value }) => total + value, 0) / classes.length;
  return { precision: mean('precision'), recall: mean('recall'), f1: mean('f1') };
}

const sum = (a: number, b: number): number => a + b;

const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
