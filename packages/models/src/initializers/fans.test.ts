import { expect, it } from 'vitest';
import { fans } from './fans.js';

it.each([
  [[784, 128], 784, 128],
  [[3, 3, 1, 32], 9, 288],
  [[5, 3, 4, 6], 60, 90],
])('counts a kernel of shape %j as %i inputs and %i outputs', (shape, fanIn, fanOut) => {
  expect(fans(shape)).toEqual({ fanIn, fanOut });
});
