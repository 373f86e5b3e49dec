import '@tensorflow/tfjs-backend-cpu';
import {
  memory,
  setBackend,
  tensor1d,
  tensor2d,
  tidy,
  valueAndGrad,
  type Tensor2D,
} from '@tensorflow/tfjs-core';
import { centralDifference } from '@manabi/test-utils';
import { beforeAll, describe, expect, it } from 'vitest';
import { softmaxCrossEntropy } from './softmax-cross-entropy.js';

function lossOf(logits: Float32Array, labels: readonly number[]) {
  const classes = logits.length / labels.length;
  return tidy(() => {
    const y = tensor1d([...labels], 'int32');
    const x = tensor2d(logits, [labels.length, classes]);
    const { value, grad } = valueAndGrad((x) => softmaxCrossEntropy(x as Tensor2D, y))(x);
    return { loss: value.dataSync()[0]!, gradient: grad.dataSync<'float32'>() };
  });
}

describe('softmaxCrossEntropy', () => {
  beforeAll(async () => {
    await setBackend('cpu');
  });

  it('is ln 10 where ten classes are equally likely', () => {
    expect(lossOf(new Float32Array(20), [3, 7]).loss).toBeCloseTo(Math.log(10), 6);
  });

  it('is the mean over the batch', () => {
    // softmax of [ln 3, 0] is [3/4, 1/4].
    const logits = Float32Array.of(Math.log(3), 0, Math.log(3), 0);
    expect(lossOf(logits, [0, 1]).loss).toBeCloseTo((Math.log(4 / 3) + Math.log(4)) / 2, 6);
  });

  it('stays finite and exact for logits of a thousand', () => {
    const { loss, gradient } = lossOf(Float32Array.of(1000, 0, -1000), [1]);
    expect(loss).toBe(1000);
    expect([...gradient]).toEqual([1, -1, 0]);
  });

  it('has the gradient that central differences give', () => {
    const logits = Float32Array.of(0.5, -1.2, 2, 0.1, 0.7, -0.3);
    const labels = [2, 0];
    const { gradient } = lossOf(logits, labels);
    // h = 1e-2: truncation h^2 / 6 and rounding 2^-24 * 2 / h are both below 2e-5.
    const expected = centralDifference((x) => lossOf(x, labels).loss, logits, 1e-2);
    gradient.forEach((value, i) => {
      expect(Math.abs(value - expected[i]!)).toBeLessThan(5e-5);
    });
  });

  it('frees everything', () => {
    const before = memory().numTensors;
    lossOf(Float32Array.of(1, 2, 3), [0]);
    expect(memory().numTensors).toBe(before);
  });
});
