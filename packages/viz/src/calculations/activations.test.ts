import { centralDifference } from '@manabi/test-utils';
import { describe, expect, it } from 'vitest';
import { activations, type NeuronActivation } from './activations.js';

describe.each(Object.keys(activations) as NeuronActivation[])('%s', (name) => {
  it('has the derivative that finite differences give, away from its kink', () => {
    const { value, derivative } = activations[name];
    const points = Float32Array.of(-2.5, -1, -0.3, 0.4, 1, 2.5);
    const slopes = centralDifference((x) => x.reduce((sum, at) => sum + value(at), 0), points);
    // Truncation error of central differences with h = 1e-3, plus float32 rounding of the points.
    points.forEach((at, i) => {
      expect(derivative(at)).toBeCloseTo(slopes[i]!, 4);
    });
  });
});

describe('activations', () => {
  it('give the lecture’s numbers for ReLU', () => {
    expect([-2, -1, 0, 1, 2].map(activations.relu.value)).toEqual([0, 0, 0, 1, 2]);
  });
});
