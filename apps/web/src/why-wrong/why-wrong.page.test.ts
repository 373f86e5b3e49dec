import { expect, it } from 'vitest';
import { axeViolations, describeSite, overflow, showAs, type Page } from '../../test/site.js';

const patience = { timeout: 120_000 };
const part = (page: Page) => page.getByRole('region', { name: 'Why was it wrong?' });
const covered = (page: Page) => part(page).locator('[data-place]');

const neighbours = (page: Page) =>
  page.getByRole('list', { name: /^The training images that look/ }).getByRole('listitem');

/** The worker is asked once the reader comes here. */
async function comeHere(page: Page): Promise<void> {
  await page.locator('.status[data-phase="ended"]').waitFor(patience);
  await page.locator('.rests').scrollIntoViewIfNeeded();
  await neighbours(page).first().waitFor(patience);
  await page.locator('.rests[aria-busy="false"]').waitFor(patience);
}

/** Percentages of a sentence. */
const percents = (sentence: string | null) =>
  [...(sentence ?? '').matchAll(/([\d.]+)%/g)].map(([, number]) => Number(number));

describeSite('why a network was wrong', ({ open }) => {
  it('leads from a cell to its images and from an image to what its answer rests on', async () => {
    const { page, problems } = await open('cnn');
    await page.locator('.status[data-phase="ended"]').waitFor(patience);
    const options = part(page).getByRole('option');
    await options.first().waitFor(patience);
    const mistakes = await options.count();
    expect(mistakes).toBeGreaterThan(5);

    // The image at the head of the list is opened in the views above.
    const label = await options.first().getAttribute('aria-label');
    const [, truth, predicted] = /^(\d), taken for (\d)$/.exec(label ?? '')!;
    await options.first().click();
    await expect.poll(() => page.locator('.answer').textContent()).toContain(`says ${predicted}`);
    expect(await page.locator('.answer').textContent()).toContain(`The image shows ${truth}`);

    // Its cell holds it, and images of no other cell.
    await page.locator(`[data-mark="cell-${truth}-${predicted}"]`).click();
    await expect.poll(() => page.url()).toContain(`cell=${truth},${predicted}`);
    await expect.poll(() => options.count()).toBeLessThan(mistakes);
    for (const option of await options.all()) {
      expect(await option.getAttribute('aria-label')).toBe(label);
    }

    await comeHere(page);
    await expect.poll(() => covered(page).textContent()).toContain(`: ${predicted} goes from`);
    const [before = 0, after = 0] = percents(await covered(page).textContent());
    const said = percents(await page.locator('.answer').textContent())[0]!;
    expect(Math.abs(before - said)).toBeLessThan(0.06);
    expect(after).toBeLessThan(before);
    expect(await neighbours(page).count()).toBe(8);

    await part(page)
      .getByRole('radio', { name: `${truth} (the truth)` })
      .check();
    await expect.poll(() => covered(page).textContent()).toContain(`: ${truth} goes from`);
    await expect.poll(() => page.url()).toContain('about=truth');
    expect(problems).toEqual([]);
    await page.context().close();
  }, 240_000);

  it('is walked by keyboard, and shows the same pixel in both maps', async () => {
    const { page } = await open('cnn?i=1&square=9');
    await comeHere(page);
    const board = page.getByRole('application', { name: /^Change of the probability/ });
    await board.focus();
    const place = async () =>
      (await covered(page).getAttribute('data-place'))!.split(',').map(Number);
    const [row = 0, column = 0] = await place();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowLeft');
    await expect.poll(place).toEqual([row + 1, column - 1]);
    const slope = part(page).getByRole('region', { name: 'The slope at each pixel' });
    expect(await slope.getByRole('status').textContent()).toMatch(
      new RegExp(`^Row ${row + 1}, column ${column - 1}: [+−]?\\d\\.\\d{4}\\.$`),
    );
    await part(page).getByRole('radio', { name: '3 px' }).check();
    await expect.poll(() => page.url()).toContain('square=3');
    await page.context().close();
  }, 240_000);

  it('breaks no rule of accessibility and fits every page', async () => {
    const { page, problems } = await open('cnn?i=1&cell=8,2');
    await comeHere(page);
    for (const [width, language, scheme] of [
      [360, 'ja', 'dark'],
      [1280, 'en', 'light'],
      [1920, 'ja', 'light'],
    ] as const) {
      await page.setViewportSize({ width, height: 900 });
      await showAs(page, { language, scheme });
      expect(await overflow(page), `at ${width}`).toBe(0);
      expect(await axeViolations(page), `at ${width}`).toEqual([]);
    }
    expect(problems).toEqual([]);
    await page.context().close();
  }, 240_000);
});
