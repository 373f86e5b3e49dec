import { expect, it, vi } from 'vitest';
import { latestOnly } from './latest-only.js';

it('asks one at a time and drops what was overtaken', async () => {
  const asked: number[] = [];
  const finish: ((answer: string) => void)[] = [];
  const ask = latestOnly((question: number) => {
    asked.push(question);
    return new Promise<string>((resolve) => finish.push(resolve));
  });
  const answers = [ask(1), ask(2), ask(3)];
  expect(asked).toEqual([1]);
  finish[0]!('one');
  expect(await answers[0]).toBeUndefined();
  expect(await answers[1]).toBeUndefined();
  await vi.waitFor(() => expect(asked).toEqual([1, 3]));
  finish[1]!('three');
  expect(await answers[2]).toBe('three');
});

it('goes on after a question that failed', async () => {
  const ask = latestOnly((question: number) =>
    question === 1 ? Promise.reject(new Error('no')) : Promise.resolve(question),
  );
  await expect(ask(1)).rejects.toThrow('no');
  expect(await ask(2)).toBe(2);
});
