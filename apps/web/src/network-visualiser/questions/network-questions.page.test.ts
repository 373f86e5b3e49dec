import { iris } from '@manabi/datasets';
import { expect, it } from 'vitest';
import { axeViolations, describeSite, overflow, showAs, type Page } from '../../../test/site.js';
import { readJournal } from '../network/journal.js';
import { layerWeights } from '../network/layer-values.js';
import { replay } from '../network/network-run.js';
import { networkSpec } from '../network/structure.js';

const patience = { timeout: 60_000 };
const breakIt = (page: Page) => page.getByRole('region', { name: 'Break it' });
const why = (page: Page) => page.getByRole('region', { name: 'Why was it wrong?' });
const numberOf = (text: string) => Number(text.replaceAll('−', '-').replaceAll('+', ''));

/** Right answers before and after, in percent. */
async function figures(page: Page): Promise<readonly number[]> {
  await breakIt(page).locator('.figure[data-broken="true"]').waitFor(patience);
  const text = (await breakIt(page).locator('.figure').textContent()) ?? '';
  return [...text.matchAll(/([\d.]+)%/g)].map(([, percent]) => Number(percent));
}

/** Trained as the page trains it, and computed by hand in float64. */
function irisByHand() {
  const data = iris();
  const spec = networkSpec([4], 3, [{ units: 8, activation: 'relu' }]);
  const plan = { data, spec, optimizer: 'sgd', batchSize: 15, seed: 1 } as const;
  const { model } = [...replay(plan, readJournal('64x0.1')!)].at(-1)!;
  const [first, second] = [layerWeights(model, 1), layerWeights(model, 2)];
  const { mean, deviation } = data.test.normalization as unknown as {
    readonly mean: readonly number[];
    readonly deviation: readonly number[];
  };
  const inputsOf = (part: 'train' | 'test', index: number, offset = 0) =>
    mean.map((m, k) => (data[part].inputs[4 * index + k]! + offset - m) / deviation[k]!);
  const hiddenOf = (inputs: readonly number[], silenced = -1) =>
    Array.from(first.bias, (bias, j) => {
      const sum = inputs.reduce((total, x, k) => total + x * first.kernel[8 * k + j]!, bias);
      return j === silenced ? 0 : Math.max(0, sum);
    });
  const probabilitiesOf = (hidden: readonly number[]) => {
    const logits = Array.from(second.bias, (bias, c) =>
      hidden.reduce((total, h, j) => total + h * second.kernel[3 * j + c]!, bias),
    );
    const total = logits.reduce((sum, logit) => sum + Math.exp(logit), 0);
    return logits.map((logit) => Math.exp(logit) / total);
  };
  const answersTo = (offset: number, silenced: number) =>
    Array.from(data.test.labels, (_, index) =>
      probabilitiesOf(hiddenOf(inputsOf('test', index, offset), silenced)),
    );
  const rightIn = (answers: readonly (readonly number[])[]) => {
    const right = answers.filter(
      (p, index) => p.indexOf(Math.max(...p)) === data.test.labels[index],
    );
    return Number(((100 * right.length) / answers.length).toFixed(1));
  };
  return {
    ...{ data, deviation, first, second },
    ...{ inputsOf, hiddenOf, probabilitiesOf, answersTo, rightIn },
  };
}

describeSite('a network of the visualiser', ({ open }) => {
  const { data, deviation, first, second, ...byHand } = irisByHand();

  it('is broken, and asked why it was wrong: Iris, by hand', async () => {
    const { page, problems } = await open('network/1.6?at=3&done=64x0.1');
    await breakIt(page).scrollIntoViewIfNeeded();
    const intact = byHand.answersTo(0, -1);
    await breakIt(page).getByText('Nothing is broken.').waitFor();

    await page.getByRole('button', { name: 'Silence this one' }).click();
    await expect.poll(() => page.locator('[data-sum]').textContent()).toBe('0.0000');
    const node = page.locator('[data-mark="unit-1-5"]');
    expect(await node.getAttribute('aria-label')).toContain('silenced');
    await expect.poll(() => page.url()).toContain('off=dense1:6');
    const silenced = byHand.answersTo(0, 5);
    expect(byHand.rightIn(silenced)).toBeLessThan(byHand.rightIn(intact));
    expect(await figures(page)).toEqual([byHand.rightIn(intact), byHand.rightIn(silenced)]);

    await breakIt(page).getByRole('button', { name: 'Repair everything' }).click();
    const offset = breakIt(page).getByRole('spinbutton', { name: 'Measured too long (cm)' });
    await offset.fill('0.5');
    await offset.press('Enter');
    const longer = byHand.answersTo(0.5, -1);
    expect(await figures(page)).toEqual([byHand.rightIn(intact), byHand.rightIn(longer)]);
    // The card shows what goes into the network now.
    const value = await page.locator('[data-term="0"] td').first().textContent();
    expect(numberOf(value!)).toBeCloseTo(byHand.inputsOf('train', 0, 0.5)[0]!, 3);
    // Mistakes of the broken network, with what it was given.
    const mistakesOf = (answers: readonly (readonly number[])[]) => {
      const truthOf = (index: number) => answers[index]![data.test.labels[index]!]!;
      return [...answers.keys()]
        .filter((index) => truthOf(index) < Math.max(...answers[index]!))
        .toSorted((a, b) => truthOf(a) - truthOf(b));
    };
    const options = why(page).getByRole('option');
    const worst = mistakesOf(longer);
    await expect.poll(() => options.count(), patience).toBe(worst.length);
    const measured = async () => {
      const label = await options.first().getAttribute('aria-label');
      return [...(label ?? '').matchAll(/[\d.]+(?=\scm)/g)].map(Number);
    };
    const given = [0, 1, 2, 3].map((k) => data.test.inputs[4 * worst[0]! + k]! + 0.5);
    await expect.poll(measured).toEqual(given.map((cm) => Number(cm.toFixed(1))));
    await breakIt(page).getByRole('button', { name: 'Repair everything' }).click();
    await expect.poll(() => page.url()).not.toContain('offset=');

    // The worst mistake becomes the sample on show.
    const wrong = mistakesOf(intact);
    await expect.poll(() => options.count(), patience).toBe(wrong.length);
    await options.first().click();
    const index = wrong[0]!;
    await expect
      .poll(() => page.locator('[data-sample]').getAttribute('data-sample'))
      .toBe(String(120 + index));
    await page.locator('.verdict').getByText('✗').waitFor();
    const answer = intact[index]!.indexOf(Math.max(...intact[index]!));
    const truth = data.test.labels[index]!;
    await page.locator(`[data-mark="cell-${truth}-${answer}"]`).click();
    await expect.poll(() => page.url()).toContain(`cell=${truth},${answer}`);

    await page.locator('.rests').scrollIntoViewIfNeeded();
    const nearest = page.getByRole('table', { name: /^The training flowers/ });
    await nearest.waitFor(patience);
    const inputs = byHand.inputsOf('test', index);
    const hidden = byHand.hiddenOf(inputs);
    const numbers = async (table: RegExp) => {
      const cells = page.getByRole('table', { name: table }).locator('tbody td:last-child');
      return (await cells.allTextContents()).map((text) => numberOf(text.replace('%', '')));
    };
    const levelled = inputs.map((_, k) => {
      const p = byHand.probabilitiesOf(byHand.hiddenOf(inputs.with(k, 0)))[answer]!;
      return Number((100 * p).toFixed(1));
    });
    await expect.poll(() => numbers(/is put at its mean$|at its mean$/)).toEqual(levelled);
    // dS/dx_k = sum_j w2_jc [h_j > 0] w1_kj, and one unit of x_k is a deviation.
    const slopes = inputs.map((_, k) => {
      const slope = hidden.reduce(
        (sum, h, j) =>
          sum + (h > 0 ? second.kernel[3 * j + answer]! * first.kernel[8 * k + j]! : 0),
        0,
      );
      return slope / deviation[k]!;
    });
    (await numbers(/^Slope of the logit/)).forEach((slope, k) =>
      expect(Math.abs(slope - slopes[k]!)).toBeLessThan(1e-4),
    );
    const distances = Array.from(data.train.labels, (_, i) =>
      Math.hypot(...byHand.hiddenOf(byHand.inputsOf('train', i)).map((h, j) => h - hidden[j]!)),
    ).toSorted((a, b) => a - b);
    const shown = await numbers(/^The training flowers/);
    expect(shown).toHaveLength(8);
    shown.forEach((d, i) => expect(Math.abs(d - distances[i]!)).toBeLessThan(0.006));

    await why(page)
      .getByRole('radio', { name: /the truth/ })
      .check();
    await expect.poll(() => page.url()).toContain('about=truth');
    const other = inputs.map((_, k) => {
      const p = byHand.probabilitiesOf(byHand.hiddenOf(inputs.with(k, 0)))[truth]!;
      return Number((100 * p).toFixed(1));
    });
    await expect.poll(() => numbers(/at its mean$/)).toEqual(other);

    await page.getByRole('button', { name: 'Silence this one' }).click();
    await figures(page);
    for (const [width, language, scheme] of [
      [360, 'ja', 'dark'],
      [1280, 'en', 'light'],
    ] as const) {
      await page.setViewportSize({ width, height: 900 });
      await showAs(page, { language, scheme });
      expect(await overflow(page), `at ${width}`).toBe(0);
      expect(await axeViolations(page), `at ${width}`).toEqual([]);
    }

    // Another data set is another network: whole, and asked about its own images.
    const digits = 'data=synthetic-digits&net=12relu&batch=32&at=3&done=114x0.1&shift=9,0';
    await page.evaluate((hash) => (location.hash = hash), `#/network?lang=en&${digits}`);
    await page.locator('[data-mark="image-0"]').waitFor(patience);
    await breakIt(page).scrollIntoViewIfNeeded();
    const [before = 0, after = 0] = await figures(page);
    expect(before).toBeGreaterThan(60);
    // A digit that is moved by a third of the image is where none was learned.
    expect(after).toBeLessThan(before - 20);
    await breakIt(page).getByRole('button', { name: 'Repair everything' }).click();
    await options.first().click();
    await page.locator('.verdict').getByText('✗').waitFor();
    await page.getByRole('application', { name: /^Change of the probability/ }).waitFor(patience);
    await page.getByRole('application', { name: /^Slope of the logit/ }).waitFor();
    await page.getByRole('list', { name: /^The training images/ }).waitFor();
    expect(problems).toEqual([]);
    await page.context().close();
  }, 240_000);
});
