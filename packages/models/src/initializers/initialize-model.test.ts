import { describe, expect, it } from 'vitest';
import type { InitializerName, ModelSpec } from '../model-spec.js';
import { initializeModel } from './initialize-model.js';

function kernel(kernelInitializer: InitializerName, seed = 1): Float32Array {
  const spec: ModelSpec = {
    inputShape: [400],
    layers: [{ type: 'dense', units: 200, kernelInitializer }],
  };
  return initializeModel(spec, { seed }).weights['dense1/kernel']!;
}

describe('initializeModel', () => {
  it.each([
    ['glorotUniform', 2 / (400 + 200), Math.sqrt(6 / (400 + 200))],
    ['heUniform', 2 / 400, Math.sqrt(6 / 400)],
    ['glorotNormal', 2 / (400 + 200), (2 * Math.sqrt(2 / 600)) / 0.8796256610342398],
    ['heNormal', 2 / 400, (2 * Math.sqrt(2 / 400)) / 0.8796256610342398],
  ] as const)('draws %s with variance %f inside of %f', (name, variance, limit) => {
    const values = kernel(name);
    const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
    const measured = values.reduce((sum, x) => sum + x * x, 0) / values.length;
    expect(Math.abs(mean)).toBeLessThan(5 * Math.sqrt(variance / values.length));
    expect(Math.abs(measured / variance - 1)).toBeLessThan(5 * Math.sqrt(2 / values.length));
    const largest = values.reduce((max, x) => Math.max(max, Math.abs(x)), 0);
    expect(largest).toBeLessThanOrEqual(Math.fround(limit));
    expect(largest).toBeGreaterThan(0.99 * limit);
  });

  it('starts biases, and kernels that ask for it, at zero', () => {
    expect(kernel('zeros').every((x) => x === 0)).toBe(true);
    const spec: ModelSpec = { inputShape: [3], layers: [{ type: 'dense', units: 2 }] };
    expect(initializeModel(spec, { seed: 1 }).weights['dense1/bias']).toEqual(new Float32Array(2));
  });

  it('gives the same bits for the same seed and others for another', () => {
    expect(kernel('heNormal', 3)).toEqual(kernel('heNormal', 3));
    expect(kernel('heNormal', 3)).not.toEqual(kernel('heNormal', 4));
  });

  it('gives close seeds unrelated weights', () => {
    const a = kernel('glorotUniform', 1);
    const b = kernel('glorotUniform', 2);
    const products = a.reduce((sum, x, i) => sum + x * b[i]!, 0) / a.length;
    const variance = 2 / 600;
    expect(Math.abs(products)).toBeLessThan((5 * variance) / Math.sqrt(a.length));
  });

  it('keeps a weight as it is when layers are added', () => {
    const hidden = { type: 'dense', units: 3, name: 'hidden' } as const;
    const short = initializeModel({ inputShape: [4], layers: [hidden] }, { seed: 9 });
    const long = initializeModel(
      {
        inputShape: [4],
        layers: [{ type: 'dense', units: 4 }, hidden, { type: 'dense', units: 2 }],
      },
      { seed: 9 },
    );
    expect(long.weights['hidden/kernel']).toEqual(short.weights['hidden/kernel']);
  });

  // Committed bits: a change here changes every published run. They were written down from this
  // code, whose distributions the tests above check.
  it('gives these bits for seed 1', () => {
    expect([...kernel('glorotUniform').subarray(0, 3)]).toMatchInlineSnapshot(`
      [
        0.05847268924117088,
        -0.09533488750457764,
        -0.02961985394358635,
      ]
    `);
    expect([...kernel('heNormal').subarray(0, 3)]).toMatchInlineSnapshot(`
      [
        -0.05904928594827652,
        -0.05990637466311455,
        -0.03142538294196129,
      ]
    `);
  });

  it.each([-1, 0.5, 2 ** 32, Number.NaN])('refuses the seed %f', (seed) => {
    expect(() => kernel('zeros', seed)).toThrow(
      `initializeModel: seed expects an integer from 0 to 4294967295, got ${seed}`,
    );
  });
});
