import { runInNewContext } from 'node:vm';
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import { createWeightTensors, forward, resolveModel } from '@manabi/models';
import { describe, expect, it } from 'vitest';
import { codeText } from '../../lesson/code-sample.js';
import { kerasSample, typescriptSample } from './code-samples.js';
import { fold, largestGap, nearestLine, places, twoLayers } from './folding.js';
import { isSilenced } from './silenced.js';
import { weightedSum } from './weighted-sum.js';

const first = { weight: 2, bias: 1 };
const second = { weight: 1.5, bias: -1 };

describe('the neuron', () => {
  it('weighs 1, 0 and 0.5 with 1, 0.4 and 0.1 to 1.05', () => {
    // 1 x 1 + 0 x 0.4 + 0.5 x 0.1
    expect(weightedSum([1, 0, 0.5], [1, 0.4, 0.1], 0)).toBeCloseTo(1.05, 12);
  });

  it('is silenced by a bias of -1.1 and not by -1', () => {
    const neuron = { x: [1, 0, 0.5], w: [1, 0.4, 0.1], f: 'relu' } as const;
    expect(isSilenced({ ...neuron, b: -1.1 })).toBe(true);
    expect(isSilenced({ ...neuron, b: -1 })).toBe(false);
    expect(isSilenced({ ...neuron, b: -1.1, w: [0, 0, 0] })).toBe(false);
    expect(isSilenced({ ...neuron, b: -1.1, f: 'step' })).toBe(false);
  });
});

describe('folding two layers', () => {
  it('gives one layer with the same outputs: 1.5 (2 x + 1) - 1 = 3 x + 0.5', () => {
    const one = fold(first, second);
    expect(one).toEqual({ weight: 3, bias: 0.5 });
    const outputs = places.map((x) => twoLayers(first, second, 'linear', x));
    expect(largestGap(one, outputs)).toBeLessThan(1e-12);
    const nearest = nearestLine(outputs);
    expect(nearest.weight).toBeCloseTo(3, 12);
    expect(nearest.bias).toBeCloseTo(0.5, 12);
  });

  it('fails where ReLU bends between them', () => {
    // 1.5 relu(2 x + 1) - 1 is -1 up to x = -0.5 and 6.5 at x = 2: no line does both.
    const outputs = places.map((x) => twoLayers(first, second, 'relu', x));
    expect(outputs[0]).toBe(-1);
    expect(outputs.at(-1)).toBe(6.5);
    expect(largestGap(nearestLine(outputs), outputs)).toBeGreaterThan(0.5);
  });
});

describe('the program of the lesson', () => {
  const values = { x: [1, 0, 0.5], w: [1, 0.4, 0.1], b: -0.5, f: 'relu' } as const;

  it.each([
    ['relu', 0.55],
    // 1 / (1 + e^-0.55)
    ['sigmoid', 0.6341],
    ['step', 1],
  ] as const)('computes what the page shows with %s: %d', async (f, expected) => {
    const program = codeText(typescriptSample({ ...values, f }))
      .replaceAll(/^import .*$/gm, '')
      .replace(/^(.*)\.print\(\);$/m, 'return $1;');
    const names = { ...tf, createWeightTensors, forward, resolveModel, Float32Array };
    const output = (await runInNewContext(`(async () => {${program}})()`, names)) as tf.Tensor;
    expect(output.dataSync()[0]).toBeCloseTo(expected, 4);
  });

  it('carries the reader’s values in both languages', () => {
    expect(codeText(typescriptSample(values))).toContain('Float32Array.from([-0.5])');
    expect(codeText(kerasSample(values))).toContain('np.array([1, 0.4, 0.1]).reshape(3, 1)');
    expect(codeText(kerasSample({ ...values, f: 'step' }))).toContain('print(output >= 0)');
  });
});
