import { expect, it } from 'vitest';
import { axeViolations, describeSite, overflow, type Page } from '../../../test/site.js';

const small = 'd=synthetic-digits:600,200,1&n=conv4k3relu-maxpool2-flatten-dense10&epochs=3';

async function train(page: Page): Promise<void> {
  await page.locator('[data-phase="ready"]').waitFor({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await page.locator('[data-phase="ended"]').waitFor({ timeout: 120_000 });
}

/** The share of right answers of a moment, once it is judged. */
async function accuracy(page: Page, moment: string): Promise<number> {
  const column = page.getByRole('region', { name: moment, exact: true });
  await column.locator('dl:not(.old)').waitFor({ timeout: 60_000 });
  return Number(await column.locator('[data-accuracy]').getAttribute('data-accuracy'));
}

/** Right answers of the confusion matrix of a moment, as its table has them. */
async function diagonal(page: Page, moment: string): Promise<number> {
  const column = page.getByRole('region', { name: moment, exact: true });
  const labels = await column
    .locator('[role=button]')
    .evaluateAll((cells) => cells.map((cell) => cell.getAttribute('aria-label') ?? ''));
  return labels.reduce((sum, label) => {
    const [, truth, predicted, count] = /^(\S+) taken for (\S+): (\d+) of/.exec(label) ?? [];
    return truth !== undefined && truth === predicted ? sum + Number(count) : sum;
  }, 0);
}

describeSite('the lab’s pane of time', ({ open }) => {
  it('says what to do before anything is learned', async () => {
    const { page } = await open('lab/time');
    await page.getByText('Nothing has been learnt yet.').waitFor();
    await page.locator('main a', { hasText: 'To the training' }).click();
    await page.locator('[data-phase]').waitFor();
    await page.context().close();
  });

  it('lets the matrix settle, sets two moments side by side, and opens again from its address', async () => {
    const { page, problems } = await open(`lab/train?${small}`);
    await train(page);
    await page.locator('nav a[href*="lab/time"]').click();
    const trained = await accuracy(page, 'after epoch 3');
    expect(await diagonal(page, 'after epoch 3')).toBe(Math.round(200 * trained));

    const time = page.getByRole('slider', { name: 'Through time' });
    await time.press('Home');
    const untrained = await accuracy(page, 'before training');
    expect(await diagonal(page, 'before training')).toBe(Math.round(200 * untrained));
    expect(trained).toBeGreaterThan(untrained);
    await time.press('ArrowRight');
    await accuracy(page, 'after epoch 1');
    await expect.poll(() => page.url()).toContain('epoch=1');

    await page.getByLabel('Compare with another moment').check();
    await page.getByRole('slider', { name: 'The other moment' }).press('End');
    expect(await accuracy(page, 'after epoch 3')).toBe(trained);
    const change = page.getByRole('region', { name: 'From the earlier to the later' });
    const first = await accuracy(page, 'after epoch 1');
    const points = (100 * (trained - first)).toFixed(1);
    await change.getByText(`+${points} points`).waitFor();
    // A filter of each moment and what changed between them, for four filters and four maps.
    await expect.poll(() => page.locator('.pairs canvas').count()).toBe(2 * 4 * 3);
    await expect.poll(() => page.url()).toMatch(/epoch=1&.*beside=3/);

    await page.reload();
    await accuracy(page, 'after epoch 1');
    await change.getByText(`+${points} points`).waitFor();
    expect(problems).toEqual([]);

    for (const language of ['en', 'ja']) {
      for (const width of [360, 1280, 1920]) {
        await page.setViewportSize({ width, height: 900 });
        await page.evaluate((to) => {
          location.hash = location.hash.replace(/lang=\w\w/, `lang=${to}`);
        }, language);
        await page.locator(`html[lang=${language}]`).waitFor();
        if (width < 1920) expect(await axeViolations(page)).toEqual([]);
        expect(await overflow(page), `${language} at ${width}`).toBe(0);
      }
    }
    await page.context().close();
  }, 240_000);

  it('shows what a dense network over features has learned', async () => {
    const { page, problems } = await open('lab/train?d=iris&n=dense6relu-dense3&epochs=4&lr=0.05');
    await train(page);
    await page.locator('nav a[href*="lab/time"]').click();
    await accuracy(page, 'after epoch 4');
    await page.getByText('Weights of dense1: inputs down, neurons across').waitFor();
    expect(problems).toEqual([]);
    await page.context().close();
  }, 120_000);
});
