import { filterGrid } from '@manabi/viz';
import type { ChartExample } from './chart-example.js';
import { edgeFilters } from './feature-maps.js';

export const filterGridExample: ChartExample = {
  name: 'filter-grid',
  controls: {
    selected: { kind: 'range', min: -1, max: 7, step: 1, start: -1 },
    filterSize: { kind: 'range', min: 32, max: 128, step: 16, start: 64 },
  },
  draw: ({ selected, filterSize }, options) =>
    filterGrid(edgeFilters, {
      ...options,
      selected: Number(selected),
      filterSize: Number(filterSize),
    }),
};
