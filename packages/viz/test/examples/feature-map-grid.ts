import { featureMapGrid } from '@manabi/viz';
import type { ChartExample } from './chart-example.js';
import { edgeMaps } from './feature-maps.js';

const maps = edgeMaps(3);

export const featureMapGridExample: ChartExample = {
  name: 'feature-map-grid',
  controls: {
    range: { kind: 'choice', values: ['shared', 'own'], start: 'shared' },
    selected: { kind: 'range', min: -1, max: 7, step: 1, start: 2 },
    mapSize: { kind: 'range', min: 48, max: 160, step: 16, start: 144 },
  },
  draw: ({ range, selected, mapSize }, options) =>
    featureMapGrid(maps, {
      ...options,
      selected: Number(selected),
      mapSize: Number(mapSize),
      range: range === 'own' ? 'own' : 'shared',
    }),
};
