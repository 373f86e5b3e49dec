/** @file An evaluation as tables for a terminal. */
import type { Judgement } from '@manabi/trainer';
import { count, loss, percent } from '../terminal/figures.js';
import { table, type Column } from '../terminal/table.js';

/** Precision, recall and F1 of every class, and their means. */
export function classTable(evaluation: Judgement, classNames: readonly string[]): string {
  const columns: Column[] = [
    { heading: 'class' },
    { heading: 'precision', align: 'right' },
    { heading: 'recall', align: 'right' },
    { heading: 'F1', align: 'right' },
    { heading: 'examples', align: 'right' },
  ];
  const figures = (row: { precision: number; recall: number; f1: number }) =>
    [row.precision, row.recall, row.f1].map((value) => value.toFixed(4));
  const rows = evaluation.classes.map((row, label) => [
    classNames[label]!,
    ...figures(row),
    count(row.support),
  ]);
  const mean = ['mean', ...figures(evaluation.macroAverage), count(evaluation.samples)];
  return table(columns, [...rows, mean]);
}

/** The confusion matrix: a row for each true class, a column for each prediction by number; as wide as it is. */
export function matrixTable(
  matrix: Judgement['confusionMatrix'],
  classNames: readonly string[],
): string {
  const columns: Column[] = [
    { heading: 'true \\ predicted' },
    ...classNames.map((_, label) => ({ heading: String(label), align: 'right' as const })),
  ];
  const rows = matrix.map((row, label) => [
    numbered(label, classNames),
    ...row.map((examples) => (examples === 0 ? '·' : String(examples))),
  ]);
  return table(columns, rows, Infinity);
}

/** `3 Dress`; a digit whose name is its number stands alone. */
function numbered(label: number, classNames: readonly string[]): string {
  const name = classNames[label]!;
  return name === String(label) ? name : `${label} ${name}`;
}

/** The most frequent mistakes, one a line: what it was, what it was taken for, how often. */
export function confusionLines(
  matrix: Judgement['confusionMatrix'],
  classNames: readonly string[],
  most = 3,
): string[] {
  return matrix
    .flatMap((row, truth) => row.map((examples, predicted) => ({ truth, predicted, examples })))
    .filter(({ truth, predicted, examples }) => truth !== predicted && examples > 0)
    .sort((a, b) => b.examples - a.examples)
    .slice(0, most)
    .map(
      ({ truth, predicted, examples }) =>
        `${classNames[truth]!} taken for ${classNames[predicted]!}: ${count(examples)}`,
    );
}

/** The figures that one line can hold. */
export function verdict({ accuracy, loss: mean, samples }: Judgement): string {
  return `accuracy ${percent(accuracy)}, loss ${loss(mean)} (${count(samples)} examples)`;
}
