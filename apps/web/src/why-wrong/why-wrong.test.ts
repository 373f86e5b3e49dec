import { expect, it } from 'vitest';
import type { Explanation } from '../training/explain-answer.js';
import { countLabels, featureSlopes, lowest, occlusionPlane, saliencyPlane } from './class-maps.js';
import { featurePicture, featurePictureShape } from './feature-picture.js';

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

it('says slopes in the unit of each feature', () => {
  const gradients = Float32Array.of(1, 2, 3, 4);
  expect(featureSlopes({ ...explanation, gradients }, [0.5, 4], 1)).toEqual([6, 1]);
});

it('draws each feature as a bar that stands on the lower edge', () => {
  const [rows = 0, columns = 0] = featurePictureShape([3]);
  const picture = featurePicture([6, -1, 12], 12);
  expect(picture).toHaveLength(rows * columns);
  const heights = Array.from({ length: columns }, (_, column) =>
    Array.from({ length: rows }, (__, row) => picture[row * columns + column]!).filter(Boolean),
  ).map(({ length }) => length);
  expect([...new Set(heights)]).toEqual([0, rows / 2, rows]);
  // Bars of one width, with a gap before each and after the last.
  expect(heights.filter((height) => height === rows / 2)).toHaveLength(5);
  expect(heights.at(-1)).toBe(0);
  expect(picture[(rows - 1) * columns + heights.indexOf(rows)]).toBe(255);
});
