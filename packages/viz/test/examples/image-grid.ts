import { imageGrid } from '@manabi/viz';
import type { ChartExample } from './chart-example.js';
import { drawnDigit } from './drawn-digits.js';

const answers = [
  [7, 7, 0.99],
  [2, 2, 0.97],
  [5, 3, 0.61],
  [3, 3, 0.92],
  [7, 7, 0.88],
  [2, 7, 0.54],
  [5, 5, 0.95],
  [3, 3, 0.999],
] as const;

export const imageGridExample: ChartExample = {
  name: 'image-grid',
  controls: {
    count: { kind: 'range', min: 0, max: 8, step: 1, start: 8 },
    predictions: { kind: 'choice', values: ['shown', 'hidden'], start: 'shown' },
    selected: { kind: 'range', min: -1, max: 7, step: 1, start: -1 },
  },
  draw: ({ count, predictions, selected }, options) =>
    imageGrid(
      answers.slice(0, Number(count)).map(([truth, predicted, confidence]) => ({
        image: drawnDigit(truth),
        truth: String(truth),
        ...(predictions === 'hidden' ? {} : { predicted: String(predicted), confidence }),
      })),
      { ...options, selected: Number(selected) },
    ),
};
