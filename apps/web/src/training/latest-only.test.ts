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

it('gives an answer that was overtaken where that is wanted, in the order of the questions', async () => {
  const answers: (() => void)[] = [];
  const ask = latestOnly(
    (question: number) => new Promise<number>((resolve) => answers.push(() => resolve(question))),
    { alsoOvertaken: true },
  );
  const heard: (number | undefined)[] = [];
  const asked = [1, 2, 3].map(async (question) => heard.push(await ask(question)));
  answers[0]!();
  await expect.poll(() => answers.length).toBe(2);
  answers[1]!();
  await Promise.all(asked);
  // The second never began: the third took its place.
  expect(heard).toEqual([1, undefined, 3]);
});
