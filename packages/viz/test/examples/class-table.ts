import { classTable } from '@manabi/viz';
import type { ChartExample } from './chart-example.js';
import { clothes } from './class-names.js';

const precision = [0.83, 0.98, 0.79, 0.88, 0.77, 0.97, 0.71, 0.94, 0.96, 0.96];
const recall = [0.84, 0.97, 0.78, 0.89, 0.82, 0.96, 0.66, 0.96, 0.98, 0.95];

export const classTableExample: ChartExample = {
  name: 'class-table',
  controls: { order: { kind: 'choice', values: ['class', 'f1'], start: 'class' } },
  draw: ({ order }, options) =>
    classTable(
      clothes[options.locale].map((name, i) => ({
        name,
        precision: precision[i]!,
        recall: recall[i]!,
        support: 1000,
        f1: (2 * precision[i]! * recall[i]!) / (precision[i]! + recall[i]!),
      })),
      { ...options, order: order === 'f1' ? 'f1' : 'class' },
    ),
};
