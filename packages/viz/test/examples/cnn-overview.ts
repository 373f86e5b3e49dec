import { cnnOverview, type ColorRange, type FeatureMaps, type OverviewLayer } from '@manabi/viz';
import type { ChartExample } from './chart-example.js';
import { digits } from './class-names.js';
import { drawnDigit } from './drawn-digits.js';
import { edgeMaps, pooledMaps } from './feature-maps.js';

function layer({ name, rows, columns, channels, values }: FeatureMaps): OverviewLayer {
  return { name, shape: [rows, columns, channels], values };
}

function network(digit: 3 | 7): readonly OverviewLayer[] {
  const answer = digits.map((name) => (Number(name) === digit ? 0.93 : 0.01));
  const logits = answer.map((share) => Math.log(share) + 3);
  return [
    { name: 'input', shape: [28, 28, 1], values: drawnDigit(digit).values, kind: 'input' },
    layer(edgeMaps(digit)),
    { ...layer(pooledMaps(digit)), reads: 'same' },
    { ...layer(pooledMaps(digit)), name: 'dropout1', reads: 'same', passes: true },
    { name: 'flatten1', shape: [1352], values: pooledMaps(digit).values },
    {
      name: 'dense1',
      shape: [128],
      values: Array.from({ length: 128 }, (_, i) => Math.max(0, Math.sin(i ** 1.4))),
    },
    { name: 'dense2', shape: [10], values: logits, kind: 'logit', unitNames: digits },
    { name: 'softmax', shape: [10], values: answer, kind: 'probability', unitNames: digits },
  ];
}

const networks = { 3: network(3), 7: network(7) };

export const cnnOverviewExample: ChartExample = {
  name: 'cnn-overview',
  controls: {
    digit: { kind: 'choice', values: ['3', '7'], start: '3' },
    layer: { kind: 'range', min: 0, max: 7, step: 1, start: 2 },
    map: { kind: 'range', min: 0, max: 7, step: 1, start: 3 },
    range: { kind: 'choice', values: ['map', 'layer', 'all'], start: 'layer' },
  },
  draw: ({ digit, layer: index, map, range }, options) =>
    cnnOverview(networks[digit === '7' ? 7 : 3], {
      ...options,
      range: range as ColorRange,
      selected: { layer: Number(index), map: Number(map) },
    }),
  variants: { dense: { digit: '7', layer: 6, map: 7, range: 'map' } },
};
