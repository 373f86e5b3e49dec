import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { onceResting } from './once-resting.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('asks at once at the first moment, and of the others only of that which stays', () => {
  const asked: (number | undefined)[] = [];
  const resting = onceResting();
  let leave: (() => void) | undefined;
  const show = (moment: number | undefined) => {
    leave?.();
    leave = resting(moment, () => asked.push(moment));
  };
  show(undefined);
  vi.advanceTimersByTime(0);
  for (const moment of [1, 2, undefined, 3]) {
    show(moment);
    vi.advanceTimersByTime(50);
  }
  expect(asked).toEqual([undefined]);
  vi.runAllTimers();
  expect(asked).toEqual([undefined, 3]);
  // Another question about the same moment.
  show(3);
  vi.advanceTimersByTime(0);
  expect(asked).toEqual([undefined, 3, 3]);
});
