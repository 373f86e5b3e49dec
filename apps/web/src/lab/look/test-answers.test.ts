import { describe, expect, it } from 'vitest';
import { TestAnswers, type Judged } from './test-answers.svelte.js';

/** Only who was judged matters here. */
const judgedAs = (of: string) => ({ of }) as Judged;

function listening() {
  const answers = new TestAnswers(new Map());
  const asked: string[] = [];
  const show = (of: string, isKept = true) =>
    answers.show(of, isKept, () => {
      asked.push(of);
      return Promise.resolve(judgedAs(of));
    });
  return { answers, asked, show };
}

describe('TestAnswers', () => {
  it('asks a kept moment once, the present one again', async () => {
    const { answers, asked, show } = listening();
    await show('epoch 1');
    await show('now', false);
    await show('epoch 1');
    await show('now', false);
    expect(asked).toEqual(['epoch 1', 'now', 'now']);
    expect(answers.tabled?.of).toBe('now');
  });

  it('forgets the moments that were asked for longest ago', async () => {
    const { asked, show } = listening();
    for (let epoch = 0; epoch < 40; epoch++) await show(`epoch ${epoch}`);
    await show('epoch 39');
    expect(asked).toHaveLength(40);
    await show('epoch 0');
    expect(asked).toHaveLength(41);
    // Epochs 9 to 39 and 0 are kept. What is asked for again stays, what was asked for before it goes.
    await show('epoch 9');
    await show('epoch 1');
    await show('epoch 9');
    expect(asked).toHaveLength(42);
    await show('epoch 10');
    expect(asked).toHaveLength(43);
  });

  it('does not put an answer that comes late in the place of a later moment', async () => {
    const { answers, show } = listening();
    await show('epoch 2');
    let answer: (judged: Judged) => void = () => undefined;
    const late = answers.show('epoch 1', true, () => new Promise((resolve) => (answer = resolve)));
    await show('epoch 2');
    answer(judgedAs('epoch 1'));
    await late;
    expect(answers.judged?.of).toBe('epoch 2');
    expect(answers.judging).toBe(false);
  });
});
