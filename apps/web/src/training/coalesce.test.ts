import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { coalesce } from './coalesce.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('sends the first change at once, then the latest once an interval', () => {
  let value = 0;
  const sent: number[] = [];
  const news = coalesce(() => sent.push(value), 100);
  for (value = 1; value <= 30; value++) {
    news.touch();
    vi.advanceTimersByTime(10);
  }
  vi.advanceTimersByTime(1000);
  // After 0, 100, 200 and 300 ms, one change every 10.
  expect(sent).toEqual([1, 10, 20, 30]);
});

it('sends nothing twice', () => {
  let sent = 0;
  const news = coalesce(() => sent++, 100);
  news.touch();
  news.touch();
  news.flush();
  vi.advanceTimersByTime(1000);
  expect(sent).toBe(2);
});
