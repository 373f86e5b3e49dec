import { expect, it } from 'vitest';
import { axeViolations, describeSite, overflow, type Page } from '../../../test/site.js';

const total = (page: Page, count: string) =>
  page.getByText(`${count} parameters in all`).waitFor({ timeout: 20_000 });
const layer = (page: Page, index: number) => page.locator(`[data-layer="${index}"]`);

describeSite('the network pane', ({ open }) => {
  it('builds the lecture’s networks and counts them', async () => {
    const { page, problems } = await open('lab/network');
    await total(page, '101,770');
    await page.getByRole('radio', { name: 'CNN' }).check();
    await total(page, '1,199,882');
    await expect.poll(() => page.url()).toContain('n=cnn');
    await page.getByRole('radio', { name: 'Tiny VGG' }).check();
    await total(page, '4,440');
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it('changes options in place, moves by keyboard, and the address keeps the stack', async () => {
    const { page } = await open('lab/network');
    await total(page, '101,770');
    const units = layer(page, 1).getByRole('spinbutton', { name: 'Neurons' });
    await units.fill('32');
    await units.press('Enter');
    // 784 x 32 + 32 + 32 x 10 + 10
    await total(page, '25,450');
    await page.getByRole('button', { name: 'Dropout', exact: true }).click();
    await expect.poll(() => layer(page, 2).textContent()).toContain('Dropout');
    expect(
      await page.evaluate(() => document.activeElement?.closest('[data-layer]')?.textContent),
    ).toContain('Dropout');
    await page.keyboard.press('Alt+ArrowUp');
    await expect.poll(() => layer(page, 1).textContent()).toContain('Dropout');
    await page.keyboard.press('Alt+ArrowDown');
    await expect.poll(() => layer(page, 2).textContent()).toContain('Dropout');
    await expect.poll(() => page.url()).toContain('n=flatten-dense32relu-dropout0.25-dense10');
    await page.reload();
    await total(page, '25,450');
    await layer(page, 2).getByRole('button', { name: 'Remove 3: Dropout' }).click();
    await expect.poll(() => page.url()).toContain('n=flatten-dense32relu-dense10');
    await page.context().close();
  });

  it('says what is wrong at the layer that causes it, and mends it on request', async () => {
    const { page } = await open('lab/network?n=conv8k3relu-dense10');
    await layer(page, 1).getByText('Put “Flatten” before it.').waitFor();
    expect(await layer(page, 0).getByText('✗').count()).toBe(0);
    await layer(page, 1).getByRole('button', { name: 'Put “Flatten” before it' }).click();
    // 9 x 8 + 8 + 26 x 26 x 8 x 10 + 10
    await total(page, '54,170');
    await page.goto(page.url().replace(/n=[^&]*/, 'n=flatten-dense16relu-dense4'));
    await layer(page, 2).getByText('gives 4 numbers, and the data has 10 classes').waitFor();
    await layer(page, 2).getByRole('button', { name: 'Give it 10 neurons' }).click();
    await total(page, '12,730');
    await page.context().close();
  });

  it('speaks Japanese, also of mistakes, without a broken rule, at any width', async () => {
    const { page, problems } = await open('lab/network?n=maxpool2-dense10softmax-dense10', {
      language: 'ja',
    });
    await layer(page, 1).getByText('ソフトマックスはクラスの確率を作ります').waitFor();
    expect(await axeViolations(page)).toEqual([]);
    for (const width of [360, 800, 1920]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await overflow(page)).toBe(0);
    }
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it('opens at any nonsense', async () => {
    const { page, problems } = await open('lab/network?n=dense-conv-%3Cscript%3E');
    await total(page, '101,770');
    expect(problems).toEqual([]);
    await page.context().close();
  });
});
