import { predictionBars, type PredictionRecord } from '@manabi/viz';
import type { ChartExample } from './chart-example.js';
import { clothes, digits } from './class-names.js';
import { drawnDigit } from './drawn-digits.js';

const right = [0.001, 0.002, 0.006, 0.012, 0.001, 0.002, 0, 0.958, 0.004, 0.014];
const wrong = [0.002, 0.001, 0.011, 0.61, 0.003, 0.27, 0.012, 0.001, 0.06, 0.03];
const boots = [0.01, 0, 0.004, 0.002, 0.003, 0.53, 0.003, 0.098, 0.02, 0.33];

export const predictionBarsExample: ChartExample = {
  name: 'prediction-bars',
  controls: {
    answer: { kind: 'choice', values: ['right', 'wrong', 'long names', 'unknown'], start: 'right' },
  },
  draw: ({ answer }, options) => {
    const records: Record<string, PredictionRecord> = {
      right: { probabilities: right, classNames: digits, truth: 7, image: drawnDigit(7) },
      wrong: { probabilities: wrong, classNames: digits, truth: 5, image: drawnDigit(5) },
      'long names': { probabilities: boots, classNames: clothes[options.locale], truth: 9 },
      unknown: { probabilities: right, classNames: digits, image: drawnDigit(7) },
    };
    return predictionBars(records[answer!]!, options);
  },
  variants: { wrong: { answer: 'wrong' }, 'long-names': { answer: 'long names' } },
};
