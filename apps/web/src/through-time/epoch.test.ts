import { expect, it } from 'vitest';
import { epochCodec, nearestEpoch } from './epoch.js';

it('writes a moment with two digits, the present as nothing, and reads no nonsense', () => {
  expect(epochCodec.write(7 / 3)).toBe('2.33');
  expect(epochCodec.write(12)).toBe('12');
  expect(epochCodec.write(undefined)).toBe('');
  expect(epochCodec.read('2.33')).toBe(2.33);
  for (const text of ['', '-1', 'now', '1e3', '2.', '123456']) {
    expect(epochCodec.read(text), text).toBeUndefined();
  }
});

it('finds the moment that an address rounded, and the nearest where that one is gone', () => {
  expect(nearestEpoch([0, 1 / 3, 2 / 3, 1], 0.67)).toBe(2 / 3);
  expect(nearestEpoch([0, 4, 8], 7)).toBe(8);
  expect(nearestEpoch([], 3)).toBeUndefined();
});
