import { softmaxSteps } from '@manabi/viz';
import type { ChartExample } from './chart-example.js';
import { digits } from './class-names.js';

const steps = ['logits', 'exponentials', 'sum', 'probabilities'] as const;

export const softmaxStepsExample: ChartExample = {
  name: 'softmax-steps',
  controls: {
    step: { kind: 'choice', values: steps, start: 'probabilities' },
    selected: { kind: 'range', min: -1, max: 9, step: 1, start: 7 },
  },
  draw: ({ step, selected }, options) =>
    softmaxSteps(
      { logits: [-1.2, 0.31, 1.15, 2.42, -2.9, 0.1, -4.05, 4.81, -0.3, 1.6], classNames: digits },
      {
        ...options,
        step: steps.find((one) => one === step) ?? 'probabilities',
        selected: Number(selected),
      },
    ),
  variants: { exponentials: { step: 'exponentials', selected: -1 } },
};
