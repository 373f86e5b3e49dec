import { selectBackend } from '@manabi/backends';
import {
  add,
  avgPool,
  conv2d,
  grads,
  matMul,
  maxPool,
  memory,
  mul,
  relu,
  reshape,
  sigmoid,
  tanh,
  tensor,
  tidy,
  type Tensor,
  type Tensor4D,
} from '@tensorflow/tfjs-core';
import { centralDifference } from '@manabi/test-utils';
import { beforeAll, describe, expect, it } from 'vitest';
import { registerGradients } from '../register-gradients.js';

interface GradientCase {
  readonly name: string;
  readonly shapes: readonly (readonly number[])[];
  readonly f: (...x: Tensor[]) => Tensor;
}

const cases: readonly GradientCase[] = [
  {
    name: 'add of equal shapes',
    shapes: [
      [2, 3],
      [2, 3],
    ],
    f: (a, b) => add(a, b),
  },
  { name: 'add of a bias over a batch', shapes: [[4, 3], [3]], f: (a, b) => add(a, b) },
  { name: 'add of a bias over images', shapes: [[2, 3, 3, 2], [2]], f: (a, b) => add(a, b) },
  {
    name: 'multiply of equal shapes',
    shapes: [
      [2, 3],
      [2, 3],
    ],
    f: (a, b) => mul(a, b),
  },
  {
    name: 'multiply by a row',
    shapes: [
      [4, 3],
      [1, 3],
    ],
    f: (a, b) => mul(a, b),
  },
  {
    name: 'matMul',
    shapes: [
      [4, 3],
      [3, 2],
    ],
    f: (a, b) => matMul(a, b),
  },
  {
    name: 'matMul A^T B',
    shapes: [
      [3, 4],
      [3, 2],
    ],
    f: (a, b) => matMul(a, b, true, false),
  },
  {
    name: 'matMul A B^T',
    shapes: [
      [4, 3],
      [2, 3],
    ],
    f: (a, b) => matMul(a, b, false, true),
  },
  {
    name: 'matMul A^T B^T',
    shapes: [
      [3, 4],
      [2, 3],
    ],
    f: (a, b) => matMul(a, b, true, true),
  },
  {
    name: 'conv2d valid',
    shapes: [
      [2, 5, 4, 2],
      [3, 3, 2, 3],
    ],
    f: (x, filter) => conv2d(x as Tensor4D, filter as Tensor4D, 1, 'valid'),
  },
  {
    name: 'conv2d same, strides [2, 1]',
    shapes: [
      [1, 5, 4, 2],
      [3, 2, 2, 3],
    ],
    f: (x, filter) => conv2d(x as Tensor4D, filter as Tensor4D, [2, 1], 'same'),
  },
  {
    name: 'maxPool 2',
    shapes: [[2, 4, 4, 3]],
    f: (x) => maxPool(x as Tensor4D, 2, 2, 'valid'),
  },
  {
    name: 'maxPool 2 of negative numbers',
    shapes: [[2, 4, 4, 3]],
    f: (x) => maxPool(add<Tensor4D>(x, -2), 2, 2, 'valid'),
  },
  {
    name: 'maxPool 3 stride 2 same',
    shapes: [[1, 5, 5, 2]],
    f: (x) => maxPool(x as Tensor4D, 3, 2, 'same'),
  },
  {
    name: 'avgPool 2',
    shapes: [[2, 4, 4, 3]],
    f: (x) => avgPool(x as Tensor4D, 2, 2, 'valid'),
  },
  {
    name: 'avgPool 3 stride 2 same, whose edges count no padding',
    shapes: [[1, 5, 5, 2]],
    f: (x) => avgPool(x as Tensor4D, 3, 2, 'same'),
  },
  { name: 'relu', shapes: [[3, 4]], f: (x) => relu(x) },
  { name: 'sigmoid', shapes: [[3, 5]], f: (x) => sigmoid(x) },
  { name: 'tanh', shapes: [[3, 5]], f: (x) => tanh(x) },
  { name: 'reshape', shapes: [[3, 4]], f: (x) => reshape(x, [2, 6]) },
];

// h = 1e-2: truncation is h^2 |f'''| / 6 <= 4e-5, rounding 2^-24 |f| / h <= 6e-5 for |f| <= 10.
const step = 1e-2;
const tolerance = 2e-4;

const size = (shape: readonly number[]): number => shape.reduce((a, b) => a * b, 1);

/** Numbers in (-1, 1) in no order, a step or more apart; for an even length, 0 is further than a step. */
function numbers(length: number, phase: number): Float32Array {
  return Float32Array.from(
    { length },
    (_, i) => (2 * ((37 * i + 11 * phase) % length) + 1) / length - 1,
  );
}

beforeAll(async () => {
  await selectBackend({ backend: 'cpu' });
  registerGradients();
});

describe.each(cases)('the gradient of $name', ({ shapes, f }) => {
  const points = shapes.map((shape, i) => numbers(size(shape), i));
  const inputs = (): Tensor[] => points.map((x, i) => tensor(x, [...shapes[i]!], 'float32'));

  it.each(shapes.map((_, k) => k))('agrees with central differences in input %i', (k) => {
    const before = memory().numTensors;
    const weights = tidy(() => numbers(f(...inputs()).size, 7));
    // One number to differentiate: the outputs, each with its own weight.
    const weighted = (x: Float32Array): number =>
      tidy(() => {
        const values = f(...inputs().map((input, i) => (i === k ? tensor(x, input.shape) : input)));
        return values.dataSync<'float32'>().reduce((sum, y, i) => sum + y * weights[i]!, 0);
      });
    const actual = tidy(() => {
      const dy = tensor(weights, f(...inputs()).shape);
      return grads(f)(inputs(), dy)[k]!.dataSync<'float32'>();
    });
    const expected = centralDifference(weighted, points[k]!, step);
    expect(actual).toHaveLength(expected.length);
    actual.forEach((value, i) => {
      expect(Math.abs(value - expected[i]!)).toBeLessThan(tolerance);
    });
    expect(memory().numTensors).toBe(before);
  });
});
