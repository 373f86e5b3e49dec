import { cnn, initializeModel, mlp, resolveModel, type ModelSpec } from '@manabi/models';
import { expect, it } from 'vitest';
import { firstWeights, mapTiles } from './first-weights.js';

function networkOf(spec: ModelSpec) {
  return { resolved: resolveModel(spec), weights: initializeModel(spec, { seed: 1 }).weights };
}

it('cuts a convolution into its filters, of the first input channel', () => {
  const network = networkOf(cnn({ inputShape: [28, 28, 3], classes: 10 }));
  const tiles = firstWeights(network)!;
  const values = network.weights['conv1/filter']!;
  const [rows, columns, inputs] = [3, 3, 3];
  const filters = values.length / (rows * columns * inputs);
  expect(tiles).toMatchObject({ layer: 'conv1', kind: 'filter', columns });
  expect(tiles.images).toHaveLength(filters);
  // HWIO: row 2, column 1, input 0, filter 5.
  expect(tiles.images[5]![2 * columns + 1]).toBe(values[(2 * columns + 1) * inputs * filters + 5]);
});

it('puts the weights of a unit in the places of its pixels', () => {
  const network = networkOf(mlp({ inputShape: [28, 28, 1], classes: 10, hidden: [12] }));
  const tiles = firstWeights(network)!;
  expect(tiles).toMatchObject({ layer: 'dense1', kind: 'unit', columns: 28 });
  expect(tiles.images).toHaveLength(12);
  expect(tiles.images[7]![100]).toBe(network.weights['dense1/kernel']![100 * 12 + 7]);
});

it('shows the weights of features as one matrix', () => {
  const network = networkOf(mlp({ inputShape: [4], classes: 3, hidden: [8] }));
  const { kind, columns, images } = firstWeights(network)!;
  expect([kind, columns, images.length]).toEqual(['matrix', 8, 1]);
  expect(images[0]).toEqual(network.weights['dense1/kernel']);
});

it('cuts the output of a layer into its maps', () => {
  const values = Float32Array.from({ length: 2 * 3 * 4 }, (_, i) => i);
  const { columns, images } = mapTiles({ layer: 'conv1', shape: [2, 3, 4], values });
  expect(columns).toBe(3);
  expect([...images[1]!]).toEqual([1, 5, 9, 13, 17, 21]);
});
