import { activationFunction } from '@manabi/viz';
import type { ChartExample } from './chart-example.js';

const names = ['step', 'sigmoid', 'tanh', 'relu', 'linear'] as const;

export const activationFunctionExample: ChartExample = {
  name: 'activation-function',
  controls: {
    function: { kind: 'choice', values: names, start: 'sigmoid' },
    x: { kind: 'range', min: -4, max: 4, step: 0.1, start: 1 },
    derivative: { kind: 'choice', values: ['on', 'off'], start: 'on' },
  },
  draw: ({ function: name, x, derivative }, options) =>
    activationFunction(names.find((one) => one === name) ?? 'sigmoid', {
      ...options,
      x: Number(x),
      derivative: derivative === 'on',
    }),
  variants: {
    step: { function: 'step', x: -0.5, derivative: 'on' },
    relu: { function: 'relu', x: 2, derivative: 'on' },
  },
};
