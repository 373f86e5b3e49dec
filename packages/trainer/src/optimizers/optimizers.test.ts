import '@tensorflow/tfjs-backend-cpu';
import { memory, scalar, setBackend, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { adam } from './adam.js';
import { momentum } from './momentum.js';
import type { Optimizer, Slots } from './optimizer.js';
import { rmsprop } from './rmsprop.js';
import { sgd } from './sgd.js';

/** One parameter after each gradient, and the slots after the last. */
function descend(
  optimizer: Optimizer,
  start: number,
  gradients: readonly number[],
  learningRate: number,
) {
  const before = memory().numTensors;
  const path = tidy(() => {
    let parameter = scalar(start) as ReturnType<typeof optimizer.update>['parameter'];
    let slots: Slots = optimizer.init(parameter);
    const values = gradients.map((gradient, i) => {
      ({ parameter, slots } = optimizer.update(scalar(gradient), slots, parameter, {
        learningRate,
        step: i + 1,
      }));
      return parameter.dataSync()[0]!;
    });
    const last = Object.entries(slots).map(([name, slot]) => [name, slot.dataSync()[0]!] as const);
    return { values, slots: Object.fromEntries(last) };
  });
  expect(memory().numTensors).toBe(before);
  return path;
}

function expectPath(actual: readonly number[], expected: readonly number[]): void {
  expect(actual).toHaveLength(expected.length);
  // float32 keeps seven digits; the numbers are below 1.
  actual.forEach((value, i) => {
    expect(value).toBeCloseTo(expected[i]!, 6);
  });
}

beforeAll(async () => {
  await setBackend('cpu');
});

describe('sgd', () => {
  it('takes lr times the gradient off the parameter', () => {
    const { values, slots } = descend(sgd(), 1, [0.5, -1], 0.1);
    expectPath(values, [0.95, 1.05]);
    expect(slots).toEqual({});
  });
});

describe('momentum', () => {
  it('follows its velocity', () => {
    const { values, slots } = descend(momentum({ momentum: 0.9 }), 1, [0.5, 0.5], 0.1);
    // v1 = .5; v2 = .9 * .5 + .5 = .95.
    expectPath(values, [1 - 0.05, 1 - 0.05 - 0.095]);
    expect(slots.velocity).toBeCloseTo(0.95, 6);
  });
});

describe('rmsprop', () => {
  it('divides by the root of the mean square with epsilon inside, as Keras does', () => {
    const rule = rmsprop({ rho: 0.9, epsilon: 0.01 });
    const { values, slots } = descend(rule, 1, [0.5, -1], 0.1);
    // s1 = .1 * .25 = .025; s2 = .9 * .025 + .1 * 1 = .1225.
    const first = 1 - (0.1 * 0.5) / Math.sqrt(0.025 + 0.01);
    expectPath(values, [first, first + (0.1 * 1) / Math.sqrt(0.1225 + 0.01)]);
    expect(slots.meanSquare).toBeCloseTo(0.1225, 6);
  });
});

describe('adam', () => {
  it('steps by lr at first, whatever the size of the gradient', () => {
    const rule = adam({ beta1: 0.9, beta2: 0.999, epsilon: 1e-7 });
    expectPath(descend(rule, 1, [100], 0.1).values, [0.9]);
    expectPath(descend(rule, 1, [0.01], 0.1).values, [1 - (0.1 * 0.01) / (0.01 + 1e-7)]);
  });

  it('keeps epsilon outside the bias-corrected root', () => {
    const rule = adam({ beta1: 0.5, beta2: 0.75, epsilon: 0.1 });
    const { values, slots } = descend(rule, 1, [0.5, -1], 0.1);
    // Step 1: m = .25, v = .0625, corrected .5 and .25. Step 2: m = -.375, v = .296875,
    // corrected by 1 - .25 and 1 - .5625.
    const first = 1 - (0.1 * 0.5) / (Math.sqrt(0.25) + 0.1);
    const second = first - (0.1 * (-0.375 / 0.75)) / (Math.sqrt(0.296875 / 0.4375) + 0.1);
    expectPath(values, [first, second]);
    expect(slots.m).toBeCloseTo(-0.375, 6);
    expect(slots.v).toBeCloseTo(0.296875, 6);
  });
});
