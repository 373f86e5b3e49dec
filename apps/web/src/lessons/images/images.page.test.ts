import { Buffer } from 'node:buffer';
import { encode } from 'fast-png';
import { expect, it } from 'vitest';
import { describeSite, type Page } from '../../../test/site.js';

const partOf = (page: Page, name: string) => page.getByRole('group', { name, exact: true }).first();

describeSite('the lesson on images', ({ open }) => {
  it('paints with keys, and keeps the image in the address', async () => {
    const { page, problems } = await open('images');
    const first = page.locator('[data-pixel="0"]');
    await first.focus();
    await page.keyboard.press('3');
    await expect.poll(() => page.url()).toContain('px=30122100');
    expect(await first.getAttribute('aria-label')).toContain('3');
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it('notices that the challenge is solved, with 0 as black only', async () => {
    const gradient = `01233210${'0'.repeat(56)}`;
    const { page } = await open(`images?px=${gradient}&zero=white`);
    const challenge = page.getByRole('group', { name: 'Challenge' });
    expect(await challenge.textContent()).toContain('8 of 8');
    await partOf(page, 'An image of four brightnesses')
      .getByRole('radio', { name: 'black' })
      .check();
    await expect.poll(() => challenge.textContent()).toContain('Solved.');
    await page.context().close();
  });

  it('says where a pixel stands in the list', async () => {
    const { page } = await open('images?at=6,27');
    const part = partOf(page, 'A digit of 28 by 28 pixels');
    expect(await part.textContent()).toContain('(7 − 1) × 28 + 28 = 196');
    await part.locator('[data-mark="pixel-2-10"]').click();
    // Two rows of 28 and 11 more.
    await expect.poll(() => part.textContent()).toContain('(3 − 1) × 28 + 11 = 67');
    await expect.poll(() => page.url()).toContain('at=2,10');
    await part.getByRole('spinbutton', { name: 'Row' }).press('ArrowUp');
    await expect.poll(() => part.textContent()).toContain('(4 − 1) × 28 + 11 = 95');
    await page.context().close();
  });

  it('opens a picture of the reader’s, and says so of what is none', async () => {
    const { page, problems } = await open('images');
    const part = partOf(page, 'Three numbers for each pixel');
    const red = encode({
      ...{ width: 30, height: 20, channels: 3, depth: 8 },
      data: Uint8Array.from({ length: 1800 }, (_, i) => (i % 3 === 0 ? 200 : 0)),
    });
    const file = part.locator('input[type=file]');
    const picture = { name: 'red.png', mimeType: 'image/png', buffer: Buffer.from(red) };
    await file.setInputFiles(picture);
    await part.getByRole('button', { name: 'Back to the sunset' }).waitFor();
    await part.getByText('The numbers as a table').click();
    expect(await part.getByRole('row', { name: /red/ }).textContent()).toContain('200');
    const text = { name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('no picture') };
    await file.setInputFiles(text);
    await expect.poll(() => part.getByRole('status').textContent()).toContain('not a picture');
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it('answers its questions', async () => {
    const { page } = await open('images');
    const [first, second] = await page.getByRole('group', { name: 'Question', exact: true }).all();
    await first!.getByRole('radio').first().check();
    expect(await first!.getByRole('status').textContent()).toContain('Not quite.');
    await first!.getByRole('radio').last().check();
    expect(await first!.getByRole('status').textContent()).toContain('Right.');
    await second!.getByRole('radio', { name: '2,352' }).check();
    expect(await second!.getByRole('status').textContent()).toContain('Right.');
    await page.context().close();
  });
});
