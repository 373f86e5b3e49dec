import { expect, it, vi } from 'vitest';
import { keepLatest } from './keep-latest.js';

it('makes an answer once for a key, and anew for another one', async () => {
  const kept = keepLatest<number>();
  const make = vi.fn(() => Promise.resolve(make.mock.calls.length));
  expect(await kept('a', make)).toBe(1);
  expect(await kept('a', make)).toBe(1);
  expect(await kept('b', make)).toBe(2);
  expect(await kept('a', make)).toBe(3);
});

it('asks again after a failure', async () => {
  const kept = keepLatest<string>();
  await expect(kept('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await kept('a', () => Promise.resolve('yes'))).toBe('yes');
});
