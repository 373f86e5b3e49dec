import { poolingStep } from '@manabi/viz';
import type { ChartExample } from './chart-example.js';

const input = {
  rows: 4,
  columns: 4,
  values: [4, 8, 1, 0, 7, 1, 3, 2, 0, 2, 9, 5, 6, 1, 4, 4],
};

export const poolingStepExample: ChartExample = {
  name: 'pooling-step',
  controls: {
    kind: { kind: 'choice', values: ['max', 'average'], start: 'max' },
    step: { kind: 'range', min: 0, max: 8, step: 1, start: 0 },
    stride: { kind: 'range', min: 1, max: 2, step: 1, start: 2 },
  },
  draw: ({ kind, step, stride }, options) =>
    poolingStep(
      { input, kind: kind === 'average' ? 'average' : 'max', stride: Number(stride) },
      { ...options, step: Number(step) },
    ),
  variants: { average: { kind: 'average', step: 3, stride: 2 } },
};
