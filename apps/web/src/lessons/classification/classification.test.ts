import { runInNewContext } from 'node:vm';
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import { predictionBars, renderAnsi } from '@manabi/viz';
import { describe, expect, it } from 'vitest';
import { codeText } from '../../lesson/code-sample.js';
import { kerasSample, typescriptSample } from './code-samples.js';
import { largestIndex, shownLoss, softmax } from './softmax.js';

describe('softmax', () => {
  it('turns 2, 1 and -1 into 70.54%, 25.95% and 3.51%', () => {
    // e^2 = 7.389056, e^1 = 2.718282, e^-1 = 0.367879, together 10.475217
    const shares = softmax([2, 1, -1]);
    expect(shares[0]).toBeCloseTo(7.389056 / 10.475217, 6);
    expect(shares[1]).toBeCloseTo(2.718282 / 10.475217, 6);
    expect(shares[2]).toBeCloseTo(0.367879 / 10.475217, 6);
  });

  it('sees no difference when all logits grow by the same, and stays finite', () => {
    const before = softmax([2, 1, -1]);
    softmax([1002, 1001, 999]).forEach((share, i) => expect(share).toBeCloseTo(before[i]!, 9));
  });

  it('gives everyone the same share for equal logits', () => {
    expect(softmax([0, 0, 0, 0])).toEqual([0.25, 0.25, 0.25, 0.25]);
    expect(largestIndex([1, 3, 3])).toBe(1);
  });
});

describe('the loss as it is shown', () => {
  it('is ln 10 for a share of one tenth', () => {
    expect(shownLoss(0.1)).toMatchObject({ share: '0.1000', loss: '2.303' });
  });

  it('follows from the share that is shown, to its last digit', () => {
    for (const share of [1e-8, 0.000123456, 0.0123456, 0.65900114, 0.987654, 0.99999, 1]) {
      const shown = shownLoss(share);
      expect(Number(shown.share)).toBeCloseTo(share, 4);
      expect(shown.loss).toBe((-Math.log(Number(shown.share)) + 0).toFixed(3));
    }
  });

  it('is below 0.01 once the right logit is 5.4 above two others', () => {
    // 1 / (1 + 2 e^-5.4) = 0.99106, 1 / (1 + 2 e^-5.2) = 0.98909
    expect(shownLoss(softmax([5.4, 0, 0])[0]!).value).toBeLessThan(0.01);
    expect(shownLoss(softmax([5.2, 0, 0])[0]!).value).toBeGreaterThan(0.01);
  });
});

describe('the program of the lesson', () => {
  it('prints what the page shows', async () => {
    const printed: unknown[][] = [];
    const program = codeText(typescriptSample([2, 1, -1], 1)).replaceAll(/^import .*$/gm, '');
    const console = { log: (...line: unknown[]) => printed.push(line) };
    const names = { ...tf, predictionBars, renderAnsi, Math, console };
    await runInNewContext(`(async () => {${program}})()`, names);
    expect(printed[0]![0]).toContain('dog');
    // -ln 0.259496
    expect(printed[1]![1]).toBeCloseTo(1.349, 3);
  });

  it('carries the reader’s values to Keras', () => {
    expect(codeText(kerasSample([2, -1, 0.1], 2))).toContain('np.array([[2, -1, 0.1]]');
    expect(codeText(kerasSample([2, -1, 0.1], 2))).toContain('truth = np.array([2])');
  });
});
