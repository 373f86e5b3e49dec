/** @file What a network said of each test example, to be sorted and filtered. */

/** Every answer of a network on a part of the data. */
export interface Answers {
  readonly classes: number;
  /** [n, classes] row-major, each row in [0, 1] with sum 1. */
  readonly probabilities: ArrayLike<number>;
  /** [n] */
  readonly predicted: ArrayLike<number>;
  /** [n], or of more examples. */
  readonly labels: ArrayLike<number>;
}

/** A cell of the confusion matrix. */
export interface ConfusionCell {
  readonly truth: number;
  readonly predicted: number;
}

export type AnswerFilter = 'mistakes' | 'right' | 'all' | ConfusionCell;

/** `worst`: the least probability of the true class first. `index`: as they are in the data. */
export type AnswerOrder = 'worst' | 'index';

/** Probability that the network gave to a class of an example, in [0, 1]. */
export function probabilityOf({ probabilities, classes }: Answers, index: number, label: number) {
  return probabilities[index * classes + label] ?? 0;
}

/** Indices of the answers that a reader wants to see. */
export function selectAnswers(
  answers: Answers,
  filter: AnswerFilter,
  order: AnswerOrder,
): Uint32Array {
  const { labels, predicted } = answers;
  const wanted = (index: number): boolean => {
    const right = labels[index] === predicted[index];
    if (filter === 'all') return true;
    if (filter === 'mistakes') return !right;
    if (filter === 'right') return right;
    return labels[index] === filter.truth && predicted[index] === filter.predicted;
  };
  const indices = Uint32Array.from(
    Array.from({ length: predicted.length }, (_, index) => index).filter(wanted),
  );
  if (order === 'index') return indices;
  const truth = (index: number) => probabilityOf(answers, index, labels[index]!);
  return indices.sort((a, b) => truth(a) - truth(b) || a - b);
}

/** All probabilities of one example: [classes]. */
export function probabilitiesOf(
  { probabilities, classes }: Answers,
  index: number,
): readonly number[] {
  return Array.from({ length: classes }, (_, label) => probabilities[index * classes + label] ?? 0);
}
