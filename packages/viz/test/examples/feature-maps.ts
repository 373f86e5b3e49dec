/** @file What hand-made filters see in a drawn digit: enough of a network for the examples. */
import type { FeatureMaps, FilterRecord } from '@manabi/viz';
import { drawnDigit } from './drawn-digits.js';

/** Eight edge and spot detectors, 3x3, one input channel. */
const filters = [
  [-1, 0, 1, -2, 0, 2, -1, 0, 1],
  [1, 0, -1, 2, 0, -2, 1, 0, -1],
  [-1, -2, -1, 0, 0, 0, 1, 2, 1],
  [1, 2, 1, 0, 0, 0, -1, -2, -1],
  [0, 1, 2, -1, 0, 1, -2, -1, 0],
  [2, 1, 0, 1, 0, -1, 0, -1, -2],
  [-0.5, -0.5, -0.5, -0.5, 4, -0.5, -0.5, -0.5, -0.5],
  [0.3, 0.3, 0.3, 0.3, 0.3, 0.3, 0.3, 0.3, 0.3],
];

/** The filters as a convolution keeps them: [3, 3, 1, 8]. */
export const edgeFilters: FilterRecord = {
  name: 'conv1',
  rows: 3,
  columns: 3,
  inputs: 1,
  filters: filters.length,
  values: Array.from({ length: 9 }, (_, i) => filters.map((filter) => filter[i]!)).flat(),
};

/** The digit after the filters, without padding: [26, 26, 8]. */
export function edgeMaps(digit: 2 | 3 | 5 | 7): FeatureMaps {
  const { values } = drawnDigit(digit);
  const maps = Array.from({ length: 26 * 26 }, (_, i) => {
    const [row, column] = [Math.floor(i / 26), i % 26];
    return filters.map((filter) =>
      filter.reduce((sum, weight, k) => {
        const at = (row + Math.floor(k / 3)) * 28 + column + (k % 3);
        return sum + (weight * values[at]!) / 255;
      }, 0),
    );
  });
  return {
    name: 'conv1',
    rows: 26,
    columns: 26,
    channels: filters.length,
    values: maps.flat(),
  };
}

/** The larger of each two by two values above zero: [13, 13, 8]. */
export function pooledMaps(digit: 2 | 3 | 5 | 7): FeatureMaps {
  const { values, channels } = edgeMaps(digit);
  const pooled = Array.from({ length: 13 * 13 }, (_, i) => {
    const [row, column] = [2 * Math.floor(i / 13), 2 * (i % 13)];
    return filters.map((_, channel) =>
      Math.max(
        0,
        ...[0, 1, 26, 27].map((away) => values[(row * 26 + column + away) * channels + channel]!),
      ),
    );
  });
  return { name: 'pool1', rows: 13, columns: 13, channels, values: pooled.flat() };
}
