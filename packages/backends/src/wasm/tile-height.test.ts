import { describe, expect, test } from 'vitest';
import { bestHeight, tileHeights, TileTrial, type TileHeight } from './tile-height.js';

/**
 * Kernels and a clock for them: a product takes `milliseconds[height]`, and thirty times as long until
 * the engine has compiled its tile for speed, at `compiledMs[height]`.
 */
function machine(
  milliseconds: Readonly<Record<TileHeight, number>>,
  compiledMs: Readonly<Record<TileHeight, number>>,
  tickMs: number,
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
    now += 1e-5;
    return Math.floor(now / tickMs) * tickMs;
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

  test('is low where a higher one gains next to nothing', () => {
    const timing = (height: TileHeight, gflops: number) => ({ height, gflops });
    expect(bestHeight([timing(4, 50), timing(5, 50.5), timing(6, 40), timing(8, 30)])).toBe(4);
    expect(bestHeight([timing(4, 50), timing(5, 55), timing(6, 40), timing(8, 55.5)])).toBe(5);
  });
});
