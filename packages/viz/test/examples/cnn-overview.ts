import { cnnOverview, type FeatureMaps, type OverviewLayer } from '@manabi/viz';
import type { ChartExample } from './chart-example.js';
import { digits } from './class-names.js';
import { drawnDigit } from './drawn-digits.js';
import { edgeMaps, pooledMaps } from './feature-maps.js';

function layer({ name, rows, columns, channels, values }: FeatureMaps): OverviewLayer {
  return { name, shape: [rows, columns, channels], values };
}

function network(digit: 3 | 7): readonly OverviewLayer[] {
  const answer = digits.map((name) => (Number(name) === digit ? 0.93 : 0.01));
  return [
    { name: 'input', shape: [28, 28, 1], values: drawnDigit(digit).values, kind: 'input' },
    layer(edgeMaps(digit)),
    layer(pooledMaps(digit)),
    {
      name: 'dense1',
      shape: [128],
      values: Array.from({ length: 128 }, (_, i) => Math.max(0, Math.sin(i ** 1.4))),
    },
    { name: 'dense2', shape: [10], values: answer, unitNames: digits },
  ];
}

const networks = { 3: network(3), 7: network(7) };

export const cnnOverviewExample: ChartExample = {
  name: 'cnn-overview',
  controls: {
    digit: { kind: 'choice', values: ['3', '7'], start: '3' },
    layer: { kind: 'range', min: 0, max: 4, step: 1, start: 2 },
    map: { kind: 'range', min: 0, max: 7, step: 1, start: 3 },
    maxMaps: { kind: 'range', min: 3, max: 8, step: 1, start: 6 },
  },
  draw: ({ digit, layer: index, map, maxMaps }, options) =>
    cnnOverview(networks[digit === '7' ? 7 : 3], {
      ...options,
      maxMaps: Number(maxMaps),
      selected: { layer: Number(index), map: Number(map) },
    }),
  variants: { dense: { digit: '7', layer: 4, map: 7, maxMaps: 6 } },
};
