import type { Judgement } from '@manabi/trainer';
import { describe, expect, it } from 'vitest';
import { classTable, confusionLines, matrixTable, verdict } from './report.js';

const classNames = ['cat', 'dog', '2'];

/** 10 examples: 3 of 4 cats and 2 of 4 dogs found, both of class 2. */
const evaluation: Judgement = {
  samples: 10,
  loss: 0.51234,
  accuracy: 0.7,
  confusionMatrix: [
    [3, 1, 0],
    [2, 2, 0],
    [0, 0, 2],
  ],
  classes: [
    { precision: 3 / 5, recall: 3 / 4, f1: 2 / 3, support: 4 },
    { precision: 2 / 3, recall: 2 / 4, f1: 4 / 7, support: 4 },
    { precision: 1, recall: 1, f1: 1, support: 2 },
  ],
  macroAverage: { precision: 0.7556, recall: 0.75, f1: 0.746 },
};

describe('an evaluation in the terminal', () => {
  it('has a row for each class and their mean', () => {
    expect(classTable(evaluation, classNames).split('\n')).toEqual([
      'class  precision  recall      F1  examples',
      'cat       0.6000  0.7500  0.6667         4',
      'dog       0.6667  0.5000  0.5714         4',
      '2         1.0000  1.0000  1.0000         2',
      'mean      0.7556  0.7500  0.7460        10',
    ]);
  });

  it('has true classes in rows and predictions in columns', () => {
    expect(matrixTable(evaluation.confusionMatrix, classNames).split('\n')).toEqual([
      'true \\ predicted  0  1  2',
      '0 cat             3  1  ·',
      '1 dog             2  2  ·',
      '2                 ·  ·  2',
    ]);
  });

  it('names the most frequent mistakes first', () => {
    expect(confusionLines(evaluation.confusionMatrix, classNames)).toEqual([
      'dog taken for cat: 2',
      'cat taken for dog: 1',
    ]);
    expect(confusionLines(evaluation.confusionMatrix, classNames, 1)).toHaveLength(1);
  });

  it('sums up in one line', () => {
    expect(verdict(evaluation)).toBe('accuracy 70.00 %, loss 0.5123 (10 examples)');
  });
});
