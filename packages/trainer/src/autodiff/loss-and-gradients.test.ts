import '@tensorflow/tfjs-backend-cpu';
import {
  matMul,
  memory,
  Relu,
  relu,
  setBackend,
  tensor1d,
  tensor2d,
  tidy,
  unregisterGradient,
  type Tensor2D,
} from '@tensorflow/tfjs-core';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { lossAndGradients } from './loss-and-gradients.js';
import { registerGradients } from './register-gradients.js';

describe('lossAndGradients', () => {
  let inputs: Tensor2D;
  let kernel: Tensor2D;
  beforeAll(async () => {
    await setBackend('cpu');
  });
  beforeEach(() => {
    registerGradients();
    inputs = tensor2d([[1, 2]]);
    kernel = tensor2d([
      [1, 0],
      [0, 1],
    ]);
  });
  afterEach(() => {
    inputs.dispose();
    kernel.dispose();
  });

  it('gives dL/dW = x^T (softmax - onehot) of a layer without bias', () => {
    const before = memory().numTensors;
    tidy(() => {
      const labels = tensor1d([0], 'int32');
      const { loss, logits, gradients } = lossAndGradients(
        { kernel },
        ({ kernel }) => matMul(inputs, kernel as Tensor2D),
        labels,
      );
      // logits [1, 2]: softmax is 1 / (1 + e) and e / (1 + e).
      const p = 1 / (1 + Math.E);
      expect([...logits.dataSync()]).toEqual([1, 2]);
      expect(loss.dataSync()[0]).toBeCloseTo(-Math.log(p), 6);
      const expected = [p - 1, 1 - p, 2 * (p - 1), 2 * (1 - p)];
      gradients.kernel!.dataSync().forEach((value, i) => {
        expect(value).toBeCloseTo(expected[i]!, 6);
      });
    });
    expect(memory().numTensors).toBe(before);
  });

  it('leaves no tensor behind when the backward pass throws', () => {
    unregisterGradient(Relu);
    const before = memory().numTensors;
    expect(() =>
      tidy(
        () =>
          lossAndGradients(
            { kernel },
            ({ kernel }) => relu(matMul(inputs, kernel as Tensor2D)),
            tensor1d([0], 'int32'),
          ).loss,
      ),
    ).toThrow(/gradient function not found for Relu/);
    expect(memory().numTensors).toBe(before);
  });

  it('leaves no tensor behind when the forward pass throws', () => {
    const before = memory().numTensors;
    expect(() =>
      tidy(
        () =>
          lossAndGradients(
            { kernel },
            ({ kernel }) => {
              matMul(inputs, kernel as Tensor2D);
              throw new Error('no such kernel');
            },
            tensor1d([0], 'int32'),
          ).loss,
      ),
    ).toThrow('no such kernel');
    expect(memory().numTensors).toBe(before);
  });
});
