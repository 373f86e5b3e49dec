import { expect, it } from 'vitest';
import { describeSite } from './site.js';

describeSite('the shell', ({ open }) => {
  it('switches the language, writes it into the address and remembers it', async () => {
    const { page } = await open('neuron');
    await page.getByRole('button', { name: '日本語' }).click();
    await page.getByRole('heading', { level: 1, name: '1つのニューロンがする計算' }).waitFor();
    await expect.poll(() => page.url()).toContain('lang=ja');
    expect(await page.locator('html').getAttribute('lang')).toBe('ja');
    await page.goto(page.url().replace(/#.*/, '#/neuron'));
    await page.reload();
    await page.getByRole('heading', { level: 1, name: '1つのニューロンがする計算' }).waitFor();
    await page.context().close();
  });

  it('switches the colours and remembers them', async () => {
    const { page } = await open('neuron');
    await page.getByRole('button', { name: 'Dark colours' }).click();
    const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    await expect.poll(paper).toBe('rgb(15, 19, 24)');
    await page.reload();
    await expect.poll(paper).toBe('rgb(15, 19, 24)');
    await page.context().close();
  });

  it('opens a lesson by keyboard, and the back button leads back', async () => {
    const { page } = await open('');
    const list = page.getByRole('navigation', { name: 'Lessons' });
    await list.getByRole('link', { name: 'Neuron' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'What one neuron computes' }).waitFor();
    expect(await page.title()).toBe('Neuron – manabi');
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: 'learning to read' }).waitFor();
    await page.context().close();
  });

  it('lists the lessons on a phone behind a button that Escape closes', async () => {
    const { page } = await open('', { width: 360 });
    const button = page.getByRole('button', { name: 'Lessons' });
    const link = page.getByRole('navigation').getByRole('link', { name: 'Neuron' });
    expect(await link.isVisible()).toBe(false);
    await button.click();
    expect(await link.isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await link.isVisible()).toBe(false);
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.context().close();
  });

  it('shares a link that hides what the instructor ticked, with the numbers as they are', async () => {
    const { page } = await open('neuron?b=-0.5');
    await page.getByRole('button', { name: 'Share' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('checkbox', { name: 'The same as a program' }).check();
    const link = await dialog.getByRole('textbox', { name: 'Link' }).inputValue();
    expect(link).toMatch(/#\/neuron\?b=-0.5&lang=en&hide=code$/);
    await page.goto('about:blank');
    await page.goto(link);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.getByRole('spinbutton', { name: 'Bias', exact: true }).inputValue()).toBe(
      '−0.5',
    );
    expect(await page.getByRole('group', { name: 'The same as a program' }).count()).toBe(0);
    expect(await page.getByRole('group', { name: 'Challenge' }).count()).toBe(1);
    await page.context().close();
  });

  it('says of an address that leads nowhere that it does', async () => {
    const { page } = await open('nowhere');
    await page.getByRole('heading', { name: 'There is no such page' }).waitFor();
    await page.context().close();
  });
});
