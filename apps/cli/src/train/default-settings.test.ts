import { describe, expect, it } from 'vitest';
import { settingsFor } from './default-settings.js';

describe('settingsFor', () => {
  it('goes through a large set five times', () => {
    expect(settingsFor(60_000, {})).toEqual({ epochs: 5, batchSize: 32 });
  });

  it('takes at least 1,500 steps on a small set', () => {
    // 120 examples are 15 batches of 8, and 100 x 15 = 1,500.
    expect(settingsFor(120, {})).toEqual({ epochs: 100, batchSize: 8 });
    // 2,000 are 63 batches of 32, and 24 x 63 = 1,512.
    expect(settingsFor(2000, {})).toEqual({ epochs: 24, batchSize: 32 });
  });

  it('keeps what was asked for', () => {
    expect(settingsFor(120, { epochs: 3 })).toEqual({ epochs: 3, batchSize: 8 });
    // One batch an epoch.
    expect(settingsFor(120, { batchSize: 256 })).toEqual({ epochs: 1500, batchSize: 256 });
  });
});
