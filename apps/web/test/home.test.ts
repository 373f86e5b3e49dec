import { expect, it } from 'vitest';
import { describeSite, type Page } from './site.js';

const status = (page: Page) => page.locator('.status');

/** What the network says of the drawing: the sentence of the bars' picture. */
const saying = (page: Page) =>
  page.locator('svg[aria-label="What it answers"]').getAttribute('aria-description');

describeSite('the front page', ({ open }) => {
  it('trains by itself to 90 % or more and reads the example that lies there', async () => {
    const { page, problems } = await open('');
    await page.locator('.status[data-phase="ended"]').waitFor({ timeout: 120_000 });
    const [, percent] = /reads ([\d.]+)%/.exec((await status(page).textContent()) ?? '') ?? [];
    expect(Number(percent)).toBeGreaterThanOrEqual(90);
    await expect.poll(() => saying(page)).toContain('The network says 3');
    expect(problems).toEqual([]);
    await page.context().close();
  }, 150_000);

  it('reads a one that is drawn by keyboard, and forgets it when it is wiped', async () => {
    const { page } = await open('');
    await page.locator('.status[data-phase="ended"]').waitFor({ timeout: 120_000 });
    await page.getByRole('application', { name: 'Drawing pad' }).focus();
    for (let i = 0; i < 8; i++) await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Space');
    for (let i = 0; i < 16; i++) await page.keyboard.press('ArrowDown');
    await expect.poll(() => saying(page)).toContain('The network says 1');
    await page.keyboard.press('Delete');
    await page.getByText('Draw a digit, and the bars will move.').waitFor();
    await page.context().close();
  }, 150_000);

  it('holds the run on request and goes on', async () => {
    const { page } = await open('');
    await page.locator('.status[data-phase="running"]').waitFor({ timeout: 60_000 });
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.locator('.status[data-phase="ended"]').waitFor({ timeout: 120_000 });
    await page.context().close();
  }, 150_000);

  it('says when its worker cannot be loaded, and trains once it can', async () => {
    const { page } = await open('', {
      prepare: async (fresh) => {
        await fresh.route('**/training-worker*', (route) => route.abort());
      },
    });
    await expect.poll(() => status(page).textContent()).toContain('could not be loaded');
    await page.unroute('**/training-worker*');
    await page.getByRole('button', { name: 'Learn again' }).click();
    await page.locator('.status[data-phase="running"]').waitFor({ timeout: 60_000 });
    await page.context().close();
  }, 120_000);
});
