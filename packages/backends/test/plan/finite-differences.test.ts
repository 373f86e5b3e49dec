import { centralDifference } from '@manabi/test-utils';
import { describe, expect, test } from 'vitest';
import { activation, activationGradient } from '../../src/cpu/activation.js';
import { averagePooling2d, averagePooling2dGradient } from '../../src/cpu/average-pooling2d.js';
import { conv2d, conv2dFilterGradient, conv2dInputGradient } from '../../src/cpu/conv2d.js';
import { dense, denseInputGradient, denseWeightGradient } from '../../src/cpu/dense.js';
import { maxPooling2d, maxPooling2dGradient } from '../../src/cpu/max-pooling2d.js';
import {
  softmaxCrossEntropy,
  softmaxCrossEntropyGradient,
} from '../../src/cpu/softmax-cross-entropy.js';
import { numbers } from './run-kernel.js';
import { squareWindow } from './windows.js';

// Central differences of float32 functions near 1 are exact to about 1e-4 (step 1e-2).
const tolerance = 2e-3;
const step = 1e-2;

const random = (length: number, seed: number) => numbers([length], seed).values as Float32Array;
const weighted = (values: Float32Array, weights: Float32Array) =>
  values.reduce((sum, value, i) => sum + value * weights[i]!, 0);

function expectGradient(
  f: (x: Float32Array) => number,
  x: Float32Array,
  gradient: Float32Array,
): void {
  const expected = centralDifference(f, x, step);
  gradient.forEach((value, i) => {
    expect(Math.abs(value - expected[i]!)).toBeLessThan(tolerance * (1 + Math.abs(expected[i]!)));
  });
}

describe('derivatives of the reference agree with finite differences', () => {
  test.each(['linear', 'relu', 'sigmoid', 'tanh'] as const)('activation %s', (name) => {
    // Away from zero, where relu has no derivative.
    const x = random(12, 1).map((value) => value + Math.sign(value) * 0.1);
    const dy = random(12, 2);
    const y = new Float32Array(12);
    const dx = new Float32Array(12);
    activation(name, 12, x, y);
    activationGradient(name, 12, y, dy, dx);
    const f = (at: Float32Array) => {
      const out = new Float32Array(12);
      activation(name, 12, at, out);
      return weighted(out, dy);
    };
    expectGradient(f, x, dx);
  });

  test('dense: input, kernel and bias', () => {
    const sizes = { rows: 3, features: 5, units: 4 };
    const [x, kernel, bias, dz] = [random(15, 3), random(20, 4), random(4, 5), random(12, 6)];
    const f = (a: Float32Array, w: Float32Array, b: Float32Array) => {
      const y = new Float32Array(12);
      dense(sizes, 'linear', a, w, b, y);
      return weighted(y, dz);
    };
    const gradients = [new Float32Array(15), new Float32Array(20), new Float32Array(4)] as const;
    denseInputGradient(sizes, kernel, dz, gradients[0]);
    denseWeightGradient(sizes, x, dz, gradients[1], gradients[2]);
    expectGradient((at) => f(at, kernel, bias), x, gradients[0]);
    expectGradient((at) => f(x, at, bias), kernel, gradients[1]);
    expectGradient((at) => f(x, kernel, at), bias, gradients[2]);
  });

  test('conv2d with stride 2 and same padding: input, filter and bias', () => {
    const geometry = squareWindow([5, 4, 2], 3, 2, 'same');
    const sizes = { rows: 2, geometry, filters: 3 };
    const outputs = 2 * geometry.outHeight * geometry.outWidth * 3;
    const [x, filter, bias, dz] = [random(80, 7), random(54, 8), random(3, 9), random(outputs, 10)];
    const f = (a: Float32Array, w: Float32Array, b: Float32Array) => {
      const y = new Float32Array(outputs);
      conv2d(sizes, 'linear', a, w, b, y);
      return weighted(y, dz);
    };
    const gradients = [new Float32Array(80), new Float32Array(54), new Float32Array(3)] as const;
    conv2dInputGradient(sizes, filter, dz, gradients[0]);
    conv2dFilterGradient(sizes, x, dz, gradients[1], gradients[2]);
    expectGradient((at) => f(at, filter, bias), x, gradients[0]);
    expectGradient((at) => f(x, at, bias), filter, gradients[1]);
    expectGradient((at) => f(x, filter, at), bias, gradients[2]);
  });

  test.each([
    ['average', averagePooling2d],
    ['max', maxPooling2d],
  ] as const)('%s pooling with overlapping windows at the edge', (kind, pool) => {
    const geometry = squareWindow([5, 5, 2], 3, 2, 'same');
    // Far apart, so that no step changes which number is the largest.
    const x = Float32Array.from({ length: 50 }, (_, i) => ((i * 37) % 50) / 10);
    const dy = random(geometry.outHeight * geometry.outWidth * 2, 11);
    const dx = new Float32Array(50);
    if (kind === 'max') maxPooling2dGradient(geometry, 1, x, dy, dx);
    else averagePooling2dGradient(geometry, 1, dy, dx);
    const f = (at: Float32Array) => {
      const y = new Float32Array(dy.length);
      pool(geometry, 1, at, y);
      return weighted(y, dy);
    };
    expectGradient(f, x, dx);
  });

  test('softmax cross-entropy: the mean over the batch', () => {
    const logits = random(15, 12);
    const labels = Int32Array.of(4, 0, 2);
    const gradient = new Float32Array(15);
    softmaxCrossEntropyGradient(3, 5, logits, labels, gradient);
    const f = (at: Float32Array) => {
      const totals = new Float64Array(3);
      softmaxCrossEntropy(3, 5, at, labels, totals);
      return totals[1]! / totals[0]!;
    };
    expectGradient(f, logits, gradient);
  });
});
