import '@tensorflow/tfjs-backend-cpu';
import {
  fit,
  learningRateSchedule,
  reduceOnPlateau,
  type Callback,
  type RunControl,
  type TrainingEvent,
} from '@manabi/trainer';
import { setBackend } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { clusters, clustersModel } from './clusters.js';
import { collect, ofType } from './collect.js';

beforeAll(() => setBackend('cpu'));

/** The rates that a callback sets when epochs end with these validation losses. */
function ratesAfter(callback: Callback, losses: readonly number[]): number[] {
  const control = {
    learningRate: 1,
    setLearningRate(rate: number) {
      control.learningRate = rate;
    },
  };
  const send = (event: Partial<TrainingEvent>) =>
    void callback(event as TrainingEvent, control as unknown as RunControl);
  send({ type: 'runStart', validationSize: 10 });
  return losses.map((valLoss, i) => {
    send({ type: 'epochEnd', epoch: i + 1, valLoss });
    return control.learningRate;
  });
}

describe('reduceOnPlateau', () => {
  it('lowers the rate after as many epochs without improvement, and again after as many', () => {
    const losses = [5, 4, 4, 4.5, 4, 4, 3, 3];
    const rates = ratesAfter(reduceOnPlateau({ patience: 2, factor: 0.5 }), losses);
    // Epochs 3 and 4 are no better than 2, nor are 5 and 6; 7 is.
    expect(rates).toEqual([1, 1, 1, 0.5, 0.5, 0.25, 0.25, 0.25]);
  });

  it('counts only what beats the best by more than minDelta, and stops at the least rate', () => {
    const options = { patience: 1, factor: 0.1, minDelta: 0.5, minLearningRate: 0.05 };
    expect(ratesAfter(reduceOnPlateau(options), [5, 4.6, 4.4, 4.3, 4])).toEqual([
      1, 0.1, 0.1, 0.05, 0.05,
    ]);
  });

  it('goes on from what it remembers', () => {
    const losses = [5, 5, 5, 5, 5];
    const whole = ratesAfter(reduceOnPlateau({ patience: 3, factor: 0.5 }), losses);
    expect(whole).toEqual([1, 1, 1, 0.5, 0.5]);
    const first = reduceOnPlateau({ patience: 3, factor: 0.5 });
    ratesAfter(first, losses.slice(0, 3));
    const second = reduceOnPlateau({ patience: 3, factor: 0.5 });
    const rates: number[] = [];
    const control = { learningRate: 1, setLearningRate: (rate: number) => void rates.push(rate) };
    const send = (event: object) =>
      void second(event as TrainingEvent, control as unknown as RunControl);
    send({ type: 'runStart', validationSize: 10 });
    second.memory!.write(first.memory!.read());
    send({ type: 'epochEnd', epoch: 4, valLoss: 5 });
    expect(rates).toEqual([0.5]);
  });

  it.each([{ factor: 1 }, { factor: 0 }, { patience: 0 }])('refuses %j', (options) => {
    expect(() => reduceOnPlateau(options)).toThrow('reduceOnPlateau');
  });
});

describe('the one-cycle schedule', () => {
  it('rises for 30 % of the steps from a 25th of the peak, then falls to nearly nothing', async () => {
    const rates: number[] = [];
    const settings = { epochs: 2, batchSize: 4, logEvery: 1 };
    const watch: Callback = (event, control) => {
      if (event.type === 'batchEnd') rates.push(control.learningRate);
    };
    const schedule = learningRateSchedule({ type: 'oneCycle' });
    // 5 steps an epoch, 10 in all: the peak is at step .3 x 10 - 1 = 2, from 0.
    const optimizer = { type: 'sgd', learningRate: 0.5 } as const;
    const hooks = { callbacks: [schedule, watch] };
    const all = { ...settings, optimizer };
    const events = await collect(fit(clustersModel(), { train: clusters(20) }, all, hooks));
    expect(rates).toHaveLength(10);
    expect(rates[0]).toBeCloseTo(0.5 / 25, 12);
    // Half of the way up: half a cosine is at its middle.
    expect(rates[1]).toBeCloseTo((0.5 / 25 + 0.5) / 2, 12);
    expect(rates[2]).toBeCloseTo(0.5, 12);
    expect(rates[9]).toBeCloseTo(0.5 / 25 / 1e4, 12);
    expect(rates.slice(2)).toEqual(rates.slice(2).toSorted((a, b) => b - a));
    expect(ofType(events, 'epochEnd').at(-1)!.learningRate).toBe(rates[9]);
  });
});
