import { gradientNorms } from '@manabi/viz';
import type { ChartExample } from './chart-example.js';

export const gradientNormsExample: ChartExample = {
  name: 'gradient-norms',
  controls: { shrink: { kind: 'range', min: 1, max: 6, step: 0.5, start: 3 } },
  draw: ({ shrink }, options) =>
    gradientNorms(
      ['conv1', 'conv2', 'dense1', 'dense2'].map((name, i) => ({
        name,
        norm: 0.84 / Number(shrink) ** (3 - i),
      })),
      options,
    ),
};
