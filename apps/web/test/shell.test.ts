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
    await page.getByRole('button', { name: 'Lessons' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'What one neuron computes' }).waitFor();
    expect(await page.title()).toBe('Neuron – manabi');
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: 'learning to read' }).waitFor();
    await page.context().close();
  });

  it.each([
    { width: 1280, name: 'Lessons', behind: 'Neuron', beside: 'Lab' },
    { width: 360, name: 'Menu', behind: 'Lab', beside: undefined },
  ])('lists views behind a button that Escape closes at $width', async (at) => {
    const { page } = await open('images', { width: at.width });
    const navigation = page.getByRole('navigation', { name: 'Main menu' });
    const button = navigation.getByRole('button', { name: at.name });
    const link = (name: string) => navigation.getByRole('link', { name });
    expect(await link(at.behind).isVisible()).toBe(false);
    if (at.beside !== undefined) expect(await link(at.beside).isVisible()).toBe(true);
    await button.click();
    expect(await link(at.behind).isVisible()).toBe(true);
    expect(await link('Images').getAttribute('aria-current')).toBe('page');
    await page.keyboard.press('Escape');
    expect(await link(at.behind).isVisible()).toBe(false);
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
    // It also closes where the reader goes on elsewhere.
    await button.click();
    await page.getByRole('button', { name: 'Share' }).focus();
    expect(await link(at.behind).isVisible()).toBe(false);
    await button.click();
    await page.mouse.click(at.width / 2, 880);
    expect(await link(at.behind).isVisible()).toBe(false);
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
