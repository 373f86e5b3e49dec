import { neuron } from '@manabi/viz';
import type { ChartExample } from './chart-example.js';

const functions = ['step', 'sigmoid', 'tanh', 'relu', 'linear'] as const;

export const neuronExample: ChartExample = {
  name: 'neuron',
  controls: {
    A: { kind: 'range', min: 0, max: 1, step: 0.1, start: 1 },
    B: { kind: 'range', min: 0, max: 1, step: 0.1, start: 0 },
    C: { kind: 'range', min: 0, max: 1, step: 0.1, start: 0.5 },
    weightC: { kind: 'range', min: -1, max: 1, step: 0.1, start: -0.7 },
    bias: { kind: 'range', min: -1, max: 1, step: 0.1, start: -0.2 },
    activation: { kind: 'choice', values: functions, start: 'relu' },
  },
  draw: ({ A, B, C, weightC, bias, activation }, options) =>
    neuron(
      {
        inputs: [
          { name: 'A', value: Number(A), weight: 1 },
          { name: 'B', value: Number(B), weight: 0.4 },
          { name: 'C', value: Number(C), weight: Number(weightC) },
        ],
        bias: Number(bias),
        activation: functions.find((one) => one === activation) ?? 'relu',
      },
      options,
    ),
};
