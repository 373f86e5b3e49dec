import pc from 'picocolors';
import { describe, expect, it } from 'vitest';
import type { EpochProgress } from './epoch-progress.js';
import { logLine, progressLine } from './progress-line.js';

const plain = pc.createColors(false);

const running: EpochProgress = {
  epoch: 1,
  epochs: 10,
  step: 938,
  stepsPerEpoch: 1875,
  done: 0.5,
  samplesPerSecond: 8300,
  elapsedMs: 3600,
  loss: 0.2431,
  accuracy: 0.9312,
  valLoss: null,
  valAccuracy: null,
};

const over: EpochProgress = {
  ...running,
  step: 1875,
  done: 1,
  elapsedMs: 7200,
  valLoss: 0.2512,
  valAccuracy: 0.9287,
};

describe('progressLine', () => {
  it('says everything where there is room', () => {
    expect(progressLine(over, 160, plain)).toBe(
      'epoch 1/10 1875/1875 ━━━━━━━━━━━━━━━━━━━━━━━━ 7.2 s · 8,300 samples/s · loss 0.2431 · accuracy 0.9312 · val loss 0.2512 · val accuracy 0.9287',
    );
  });

  it('shortens for 80 columns, keeping loss, accuracy and validation', () => {
    expect(progressLine(over, 80, plain)).toBe(
      '1/10 1875/1875 ━━━━━━━━━━ 7.2 s · loss 0.2431 · acc 0.9312 · val 0.2512 / 0.9287',
    );
  });

  it('shows the time left while the epoch runs', () => {
    // Half of the steps took 3.6 s, so the other half should take as long.
    expect(progressLine(running, 80, plain)).toBe(
      'epoch 1/10 938/1875 ━━━━━━━ 3.6 s left · 8,300/s · loss 0.2431 · accuracy 0.9312',
    );
  });

  it('shows an epoch that has just begun without figures', () => {
    const begun = { ...running, step: 0, done: 0, elapsedMs: 0, samplesPerSecond: Number.NaN };
    const line = progressLine({ ...begun, loss: null, accuracy: null }, 40, plain);
    expect(line).toMatch(/^epoch 1\/10 0\/1875 ━+$/);
  });

  it('keeps loss and accuracy in 40 columns, and what else has room', () => {
    expect(progressLine(over, 40, plain)).toBe('1/10 7.2 s · loss 0.2431 · acc 0.9312');
    expect(progressLine(over, 35, plain)).toBe('1/10 · loss 0.2431 · acc 0.9312');
  });

  it.each([1, 5, 10, 20, 30, 40, 60, 79, 80, 81, 100, 120, 200])(
    'never exceeds %i columns',
    (columns) => {
      const wide = { ...over, epoch: 100, epochs: 100, loss: 123456.789, samplesPerSecond: 1.2e7 };
      for (const progress of [running, over, wide, { ...over, loss: Number.NaN }]) {
        expect(progressLine(progress, columns, plain).length).toBeLessThanOrEqual(columns);
      }
    },
  );

  it('fills the bar in step with the epoch', () => {
    const marked = { ...plain, green: (text: unknown) => String(text).replaceAll('━', '#') };
    const barAt = (done: number) => progressLine({ ...running, done }, 160, marked);
    expect(barAt(0)).not.toContain('#');
    expect(/#+/.exec(barAt(0.5))?.[0].length).toBe(12);
    expect(barAt(0.5)).toContain('━');
    expect(/#+/.exec(barAt(1))?.[0].length).toBe(24);
  });

  it('shows a diverged loss as it is', () => {
    expect(progressLine({ ...running, loss: Number.NaN }, 80, plain)).toContain('loss NaN');
  });
});

describe('logLine', () => {
  it('has the same figures without a bar', () => {
    expect(logLine(over)).toBe(
      'epoch 1/10 · loss 0.2431 · accuracy 0.9312 · val loss 0.2512 · val accuracy 0.9287 · 7.2 s · 8,300 samples/s',
    );
  });
});
