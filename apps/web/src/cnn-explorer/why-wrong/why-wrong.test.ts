import { expect, it } from 'vitest';
import type { Explanation } from '../../training/explain-answer.js';
import { countLabels, lowest, occlusionPlane, saliencyPlane } from './class-maps.js';

/** An image of 2 x 2 pixels with 2 channels, and 2 classes. */
const explanation: Explanation = {
  occlusion: {
    ...{ rows: 2, columns: 2, classes: 2, size: 1, stride: 1 },
    whole: Float32Array.of(0.75, 0.25),
    covered: Float32Array.of(0.5, 0.5, 0.75, 0.25, 0.125, 0.875, 1, 0),
  },
  gradients: Float32Array.of(1, -2, 0, 0, 3, 1, -1, 1, 5, 0, 0, -6, 0, 0, 0, 0),
};

it('says how the probability of a class changes, and where it falls most', () => {
  const plane = occlusionPlane(explanation, 0);
  expect([...(plane.values as Float32Array)]).toEqual([-0.25, 0, -0.625, 0.25]);
  expect(lowest(plane)).toEqual({ row: 1, column: 0 });
  expect([...(occlusionPlane(explanation, 1).values as Float32Array)]).toEqual([
    0.25, 0, 0.625, -0.25,
  ]);
});

it('shows the steepest channel of each pixel, with its sign', () => {
  expect([...(saliencyPlane(explanation, [2, 2, 2], 0).values as Float32Array)]).toEqual([
    -2, 0, 3, -1,
  ]);
  expect([...(saliencyPlane(explanation, [2, 2, 2], 1).values as Float32Array)]).toEqual([
    5, -6, 0, 0,
  ]);
});

it('counts the classes of neighbours', () => {
  expect(countLabels(Uint8Array.of(3, 8, 3, 5, 3, 5))).toEqual([
    { label: 3, count: 3 },
    { label: 5, count: 2 },
    { label: 8, count: 1 },
  ]);
});
