import { convolutionStep } from '@manabi/viz';
import type { ChartExample } from './chart-example.js';

/** The lecture's example: every row of the image 0 1 1 0 1, every row of the result 4 3 5. */
const input = {
  rows: 5,
  columns: 5,
  values: Array.from({ length: 5 }, () => [0, 1, 1, 0, 1]).flat(),
};
const kernel = { rows: 3, columns: 3, values: [1, 0, 1, 1, 1, 1, 0, 0, 1] };

export const convolutionStepExample: ChartExample = {
  name: 'convolution-step',
  controls: {
    step: { kind: 'range', min: 0, max: 24, step: 1, start: 0 },
    padding: { kind: 'range', min: 0, max: 1, step: 1, start: 0 },
    stride: { kind: 'range', min: 1, max: 2, step: 1, start: 1 },
    bias: { kind: 'range', min: -2, max: 2, step: 0.5, start: 0 },
  },
  draw: ({ step, padding, stride, bias }, options) =>
    convolutionStep(
      { input, kernel, padding: Number(padding), stride: Number(stride), bias: Number(bias) },
      { ...options, step: Number(step) },
    ),
  variants: { padded: { step: 5, padding: 1, stride: 2, bias: -0.5 } },
};
