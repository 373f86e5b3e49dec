import { decisionRegions, type LabelledPoint } from '@manabi/viz';
import type { ChartExample } from './chart-example.js';

const names = {
  en: ['setosa', 'versicolor', 'virginica'],
  ja: ['セトサ', 'バーシカラー', 'バージニカ'],
};

/** Probabilities of three classes from two petal sizes: softmax of three planes. */
function probabilities(length: number, width: number): readonly number[] {
  const logits = [4 - 1.4 * length - width, 1, 2.2 * width + 0.6 * length - 5.8];
  const terms = logits.map((logit) => Math.exp(2 * logit));
  const total = terms.reduce((a, b) => a + b, 0);
  return terms.map((term) => term / total);
}

const points: readonly LabelledPoint[] = [
  ...[
    [1.4, 0.2],
    [1.3, 0.3],
    [1.5, 0.4],
    [1.7, 0.5],
    [1.2, 0.2],
    [1.6, 0.6],
  ].map(at(0)),
  ...[
    [4.7, 1.4],
    [4.5, 1.5],
    [3.9, 1.1],
    [4.4, 1.3],
    [5, 1.7],
    [3.5, 1],
  ].map(at(1)),
  ...[
    [6, 2.5],
    [5.1, 1.9],
    [5.9, 2.1],
    [5.6, 1.8],
    [4.9, 1.6],
    [6.3, 2.3],
  ].map(at(2)),
];

function at(label: number): (pair: readonly number[]) => LabelledPoint {
  return ([x = 0, y = 0]) => ({ x, y, label });
}

export const decisionRegionsExample: ChartExample = {
  name: 'decision-regions',
  controls: { detail: { kind: 'range', min: 8, max: 64, step: 8, start: 32 } },
  draw: ({ detail }, options) => {
    const [columns, rows] = [Number(detail), Number(detail) / 2];
    const grid = Array.from({ length: columns * rows }, (_, i) =>
      probabilities(
        1 + (6 * ((i % columns) + 0.5)) / columns,
        3 * (1 - (Math.floor(i / columns) + 0.5) / rows),
      ),
    );
    const japanese = options.locale === 'ja';
    return decisionRegions(
      {
        xRange: [1, 7],
        yRange: [0, 3],
        columns,
        rows,
        points,
        xName: japanese ? '花弁の長さ（cm）' : 'petal length (cm)',
        yName: japanese ? '花弁の幅（cm）' : 'petal width (cm)',
        classes: grid.map((shares) => shares.indexOf(Math.max(...shares))),
        confidence: grid.map((shares) => Math.max(...shares)),
        classNames: names[options.locale],
      },
      options,
    );
  },
};
