import { expect, it } from 'vitest';
import { axeViolations, describeSite, overflow, showAs, type Page } from '../../../test/site.js';

const patience = 120_000;
const small = 'd=synthetic-digits:300,100,1&n=flatten-dense16relu-dense10&epochs=2';

const row = (page: Page, name: string) =>
  page
    .getByRole('row', { name: new RegExp(`^${name}`) })
    .getByRole('cell')
    .allTextContents();

async function train(page: Page, button: string) {
  await page.getByRole('main').getByRole('button', { name: button, exact: true }).click();
  await page.locator('.sentence[data-phase="ended"]').waitFor({ timeout: patience });
}

describeSite('the lab’s compare pane', ({ open }) => {
  it('lays two runs side by side, as the address says', async () => {
    const { page, problems } = await open(`lab/compare?${small}`);
    await page.getByText('there is none yet').waitFor();
    await page.getByRole('link', { name: 'Train a network' }).click();
    await page.locator('.sentence[data-phase="ready"]').waitFor({ timeout: patience });
    await train(page, 'Start');
    await page.getByRole('combobox', { name: 'Batch size' }).selectOption('8');
    await train(page, 'Start a new run');
    await page.getByRole('main').getByRole('link', { name: 'Compare', exact: true }).click();
    // The open run stands first.
    await page.getByText(/^1 of \d+ settings differs\.$/).waitFor();
    expect(await row(page, 'Batch size')).toEqual(['8', '32']);
    const [a, b, difference] = await row(page, 'Training loss');
    const number = (text: string | undefined) => Number(/[\d.]+/.exec(text ?? '')![0]);
    const sign = difference!.startsWith('−') ? -1 : 1;
    expect(number(a) + sign * number(difference)).toBeCloseTo(number(b), 6);
    await page
      .getByRole('img', { name: /^Learning curves/ })
      .or(page.locator('figure').first())
      .waitFor();
    await expect.poll(() => page.locator('.matrices svg').count()).toBe(2);
    // Both go back to a moment: first to the weights that the seed drew, the same for both.
    const accuracies = (moment: string) =>
      page
        .locator(`.matrices [data-judged="${moment}"] [data-accuracy]`)
        .evaluateAll((found) => found.map((one) => Number(one.getAttribute('data-accuracy'))));
    await expect.poll(async () => (await accuracies('end')).length).toBe(2);
    const ends = await accuracies('end');
    const time = page.getByRole('slider', { name: 'Through time' });
    await time.press('Home');
    await expect.poll(async () => (await accuracies('0')).length).toBe(2);
    const [first, second] = await accuracies('0');
    expect(first).toBe(second);
    expect(first).toBeLessThan(Math.min(...ends));
    // The last epoch is what the test at the end was of.
    await time.press('End');
    await expect.poll(() => accuracies('end')).toEqual(ends);
    await time.press('ArrowLeft');
    await expect.poll(() => accuracies('2')).toEqual(ends);
    await expect.poll(() => page.url()).toContain('epoch=2');
    await page.getByRole('button', { name: 'Swap A and B' }).click();
    await expect.poll(() => row(page, 'Batch size')).toEqual(['32', '8']);
    await expect.poll(() => page.url()).toMatch(/a=[0-9a-f]{8}&b=[0-9a-f]{8}/);
    await page.reload();
    await page.getByRole('row', { name: /^Batch size/ }).waitFor({ timeout: patience });
    expect(await row(page, 'Batch size')).toEqual(['32', '8']);
    await expect.poll(() => accuracies('2')).toEqual(ends.toReversed());
    expect(await axeViolations(page)).toEqual([]);
    await page.setViewportSize({ width: 360, height: 800 });
    await showAs(page, { language: 'ja', scheme: 'dark' });
    expect(await overflow(page)).toBe(0);
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('combobox', { name: /訓練A/ }).selectOption({ index: 0 });
    await page.getByText('AとBは同じ訓練です。').waitFor();
    expect(problems).toEqual([]);
    await page.context().close();
  }, 300_000);

  it('swaps runs on other data at a moment, and says when one is kept elsewhere', async () => {
    const { page, problems } = await open(`lab/train?${small}`);
    await page.locator('.sentence[data-phase="ready"]').waitFor({ timeout: patience });
    await train(page, 'Start');
    const go = (hash: string) => page.evaluate((to) => void (location.hash = to), hash);
    await go('#/lab/train?d=iris&n=dense3&epochs=1');
    await train(page, 'Start a new run');
    await go('#/lab/compare?epoch=0');
    const classes = (column: number) =>
      page.locator('.matrices > div').nth(column).locator('[data-judged="0"] svg').textContent();
    await expect.poll(() => classes(0), { timeout: patience }).toContain('virginica');
    await page.getByRole('button', { name: 'Swap A and B' }).click();
    await expect.poll(() => classes(1)).toContain('virginica');
    await expect.poll(() => classes(0)).not.toContain('virginica');
    expect(problems).toEqual([]);
    await go('#/lab/compare?a=abcdef12');
    await page.getByText('The run A of this link is not kept in this browser.').waitFor();
    await page.context().close();
  }, 300_000);
});
