import { describe, expect, test } from 'vitest';
import {
  bestHeight,
  sharedTrials,
  tileHeights,
  TileTrial,
  type TileHeight,
} from './tile-height.js';

/**
 * Kernels and a clock for them: a product takes `milliseconds[height]`, and thirty times as long until
 * the engine has compiled its tile for speed, at `compiledMs[height]`.
 */
function machine(
  milliseconds: Readonly<Record<TileHeight, number>>,
  compiledMs: Readonly<Record<TileHeight, number>>,
  tickMs: number,
  /** How long something else has the processor before the clock is read. */
  elsewhereMs = () => 0,
) {
  let now = 0;
  let current: TileHeight = 4;
  let trialMs = 0;
  const kernels = {
    useTileHeight: (height: number) => {
      current = height as TileHeight;
    },
    tileTrial: () => {
      const took = milliseconds[current] * (now < compiledMs[current] ? 30 : 1);
      trialMs += took;
      now += took;
    },
    tileTrialOperations: () => 1e6,
  };
  const clock = () => {
    now += 1e-5 + elsewhereMs();
    return tickMs === Infinity ? 0 : Math.floor(now / tickMs) * tickMs;
  };
  const trial = new TileTrial(kernels, 0, clock);
  /** Runs of a plan, `runMs` each. */
  const run = (runs: number, runMs: number) => {
    for (let i = 0; i < runs; i++) {
      trial.advance();
      now += runMs;
    }
  };
  return { trial, run, trialMs: () => trialMs };
}

const milliseconds = { 4: 0.004, 5: 0.003, 6: 0.008, 8: 0.005 };
const compiledMs = { 4: 130, 5: 180, 6: 60, 8: 1 };

describe('the height of tiles', () => {
  test('is the fastest once all are compiled for speed, found at some 20 milliseconds', () => {
    const { trial, run, trialMs } = machine(milliseconds, compiledMs, 0.001);
    run(60, 1);
    // Until then 8 looks best.
    expect(bestHeight(trial.timings)).toBe(8);
    expect(trial.height).toBe(4);
    run(1000, 1);
    expect(trial.height).toBe(5);
    expect(trialMs()).toBeLessThan(30);
    // 10^6 operations in 0.004 ms are 250 GFLOPS.
    trial.timings.forEach(({ height, gflops }, index) => {
      expect(height).toBe(tileHeights[index]);
      expect(gflops * milliseconds[height]).toBeGreaterThan(0.95);
      expect(gflops * milliseconds[height]).toBeLessThan(1.01);
    });
    const spent = trialMs();
    run(1000, 1);
    expect(trialMs()).toBe(spent);
  });

  test('is found by a clock that ticks every millisecond, and by few long runs', () => {
    const { trial, run } = machine(milliseconds, compiledMs, 1);
    run(25, 100);
    expect(trial.height).toBe(5);
  });

  test('stays 4 by a clock that ticks every 16.7 milliseconds, known within the first turn', () => {
    const { trial, run, trialMs } = machine(milliseconds, compiledMs, 16.7);
    run(1, 1);
    const spent = trialMs();
    expect(spent).toBeLessThan(3 * 16.7);
    run(1000, 1);
    expect(trialMs()).toBe(spent);
    expect(trial.height).toBe(4);
    expect(trial.timings.map(({ gflops }) => gflops)).toEqual([0, 0, 0, 0]);
  });

  test('stays 4 by a clock that stands still, from the first turn or in a later one', () => {
    const still = machine(milliseconds, compiledMs, Infinity);
    still.run(5, 1);
    expect(still.trial.height).toBe(4);
    let time = 0;
    let stopsAt = Infinity;
    let products = 0;
    const kernels = {
      useTileHeight: () => undefined,
      tileTrial: () => {
        products++;
      },
      tileTrialOperations: () => 1e6,
    };
    const trial = new TileTrial(kernels, 0, () => (time < stopsAt ? (time += 0.1) : stopsAt));
    for (let i = 0; i < 5; i++) {
      time += 20;
      trial.advance();
    }
    expect(trial.timings[0]!.gflops).toBeGreaterThan(0);
    stopsAt = time + 20;
    time += 20;
    trial.advance();
    const spent = products;
    trial.advance();
    expect(products).toBe(spent);
    expect(trial.height).toBe(4);
  });

  test('is found though another program has the processor for 5 milliseconds now and then', () => {
    let reads = 0;
    const { trial, run } = machine(milliseconds, compiledMs, 0.001, () =>
      ++reads % 50 === 2 ? 5 : 0,
    );
    run(25, 100);
    expect(trial.timings.every(({ gflops }) => gflops > 0)).toBe(true);
  });

  test('is low where a higher one gains next to nothing', () => {
    const timing = (height: TileHeight, gflops: number) => ({ height, gflops });
    expect(bestHeight([timing(4, 50), timing(5, 50.5), timing(6, 40), timing(8, 30)])).toBe(4);
    expect(bestHeight([timing(4, 50), timing(5, 55), timing(6, 40), timing(8, 55.5)])).toBe(5);
  });
});

describe('sharedTrials', () => {
  test('starts one for each build, and again after one that failed', async () => {
    let fails = true;
    const started: boolean[] = [];
    const trial = sharedTrials((relaxedSimd) => {
      started.push(relaxedSimd);
      return fails ? Promise.reject(new RangeError('memory')) : Promise.resolve({});
    });
    await expect(trial(false)).rejects.toThrow('memory');
    fails = false;
    const first = await trial(false);
    expect(await trial(false)).toBe(first);
    expect(await trial(true)).not.toBe(first);
    expect(started).toEqual([false, false, true]);
  });
});
