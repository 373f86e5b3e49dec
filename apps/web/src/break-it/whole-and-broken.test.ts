import { expect, it } from 'vitest';
import type { Examination } from '@manabi/trainer';
import type { Damage } from './damage.js';
import { WholeAndBroken } from './whole-and-broken.svelte.js';

const whole: Damage = { ablation: undefined, disturbance: undefined };
const noisy: Damage = { ablation: undefined, disturbance: { noise: 0.5 } };
const shifted: Damage = { ablation: undefined, disturbance: { shift: [9, 0] } };
const answer = (accuracy: number) => ({ accuracy }) as Examination;

/** Broken networks answer when they are told to. */
function listening() {
  const given: ((found: Examination) => void)[] = [];
  const answers = new WholeAndBroken<string>({
    whole: () => Promise.resolve(answer(1)),
    broken: [() => new Promise((resolve) => given.push(resolve))],
  });
  return { answers, give: (accuracy: number) => given.shift()!(answer(accuracy)) };
}

it('drops the answer of a broken network that was repaired meanwhile', async () => {
  const { answers, give } = listening();
  const asked = answers.examineBroken('now', noisy);
  await answers.examineBroken('now', whole);
  give(0.5);
  await asked;
  expect(answers.broken.found).toBeUndefined();
});

it('shows a quick answer until the thorough one is there, and that to nothing older', async () => {
  const given: ((found: Examination | undefined) => void)[] = [];
  const thorough = () => new Promise<Examination | undefined>((resolve) => given.push(resolve));
  const answers = new WholeAndBroken<string>({
    whole: () => Promise.resolve(answer(1)),
    broken: [(_, { disturbance }) => Promise.resolve(answer(disturbance?.noise ?? 0.1)), thorough],
  });
  const isShown = (accuracy: number, damage: Damage) =>
    expect.poll(() => answers.shown('A', damage).after).toEqual(answer(accuracy));

  const first = answers.examineBroken('A', noisy);
  await isShown(0.5, noisy);
  const second = answers.examineBroken('A', shifted);
  await isShown(0.1, shifted);
  given.shift()!(answer(0.6));
  await first;
  await isShown(0.1, shifted);
  await expect.poll(() => given.length).toBe(1);
  given.shift()!(answer(0.2));
  await second;
  await isShown(0.2, shifted);

  const third = answers.examineBroken('A', noisy);
  await expect.poll(() => given.length).toBe(1);
  given.shift()!(undefined);
  await third;
  await isShown(0.5, noisy);
});

it('says of what is known whether it is of the network and the damage on show', async () => {
  const { answers, give } = listening();
  expect(answers.shown('A', whole)).toMatchObject({ before: undefined, isStale: false });
  await answers.whole.ask('A');
  const asked = answers.examineBroken('A', noisy);
  expect(answers.shown('A', noisy)).toMatchObject({
    ...{ before: answer(1), after: undefined, isStale: false, isListStale: true },
    listed: { damage: whole },
  });
  give(0.5);
  await asked;
  expect(answers.shown('A', noisy)).toMatchObject({
    ...{ after: answer(0.5), isStale: false, isListStale: false },
    listed: { examination: answer(0.5), damage: noisy },
  });
  // Another moment, before its answers; other damage; nothing broken.
  expect(answers.shown('B', noisy)).toMatchObject({ isStale: true, isListStale: true });
  expect(answers.shown('A', shifted)).toMatchObject({
    ...{ after: undefined, isStale: false, isListStale: true },
  });
  expect(answers.shown('A', whole)).toMatchObject({
    ...{ after: undefined, isStale: false, isListStale: false },
    listed: { examination: answer(1) },
  });
  // The whole network's answers at B beside the broken one's at A.
  await answers.whole.ask('B');
  expect(answers.shown('B', noisy).isStale).toBe(true);
});
