import { expect, it } from 'vitest';
import { describeSite } from '../../../test/site.js';

describeSite('the lesson on convolution', ({ open }) => {
  it('counts parameters as the image changes', async () => {
    const { page, problems } = await open('convolution');
    const part = page.getByRole('group', { name: /^Parameters of a layer/ }).first();
    expect(await part.textContent()).toContain('307,200');
    // 307,200 x 128 + 128
    expect(await part.textContent()).toContain('39,321,728');
    await part.getByRole('button', { name: '28×28' }).click();
    // 784 x 128 + 128
    expect(await part.textContent()).toContain('100,480');
    await expect.poll(() => page.url()).toContain('size=28,28');
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it('moves the window by pointer, by button and by arrow key', async () => {
    const { page } = await open('convolution', { reducedMotion: true });
    const part = page.getByRole('group', { name: 'A kernel sliding over an image' }).first();
    const sum = part.locator('.written');
    expect(await sum.textContent()).toContain('= 4');
    // With reduced motion there is nothing to play, only steps.
    expect(await part.getByRole('button', { name: 'Play' }).count()).toBe(0);

    await part.getByRole('button', { name: 'Next' }).click();
    expect(await sum.textContent()).toContain('= 3');
    await part.locator('[data-mark="output-1-2"]').hover();
    expect(await part.textContent()).toContain('Window 6 of 9');
    expect(await sum.textContent()).toContain('= 5');
    // The window around the image's cell in row 5, column 1 is the last row's first.
    await part.locator('[data-mark="input-4-0"]').hover();
    expect(await part.textContent()).toContain('Window 7 of 9');

    await part.locator('[data-mark="output-0-0"]').focus();
    await page.keyboard.press('ArrowRight');
    expect(await part.textContent()).toContain('Window 2 of 9');
    await expect.poll(() => page.url()).toContain('at=1');
    await page.context().close();
  });

  it('runs by itself, and waits while the pointer is in the picture', async () => {
    const { page } = await open('convolution');
    const part = page.getByRole('group', { name: 'A kernel sliding over an image' }).first();
    await part.getByRole('button', { name: 'Play' }).click();
    await expect.poll(() => part.textContent(), { timeout: 20_000 }).not.toContain('Window 1 of 9');
    await part.locator('[data-mark="output-2-1"]').hover();
    expect(await part.textContent()).toContain('Window 8 of 9');
    await page.waitForTimeout(800);
    expect(await part.textContent()).toContain('Window 8 of 9');
    await part.getByRole('button', { name: 'Pause' }).click();
    await expect.poll(() => page.url()).toMatch(/at=\d/);
    await page.context().close();
  });

  it('takes another image, kernel, stride and padding', async () => {
    const { page } = await open('convolution');
    const part = page.getByRole('group', { name: 'A kernel sliding over an image' }).first();
    await part.getByRole('gridcell', { name: 'row 1, column 1: 0' }).click();
    // 1x1 joins the first window's 4.
    expect(await part.locator('.written').textContent()).toContain('= 5');
    const weight = page.getByRole('spinbutton', { name: 'Kernel, row 1, column 1' });
    await weight.fill('-2');
    await weight.press('Enter');
    expect(await part.locator('.written').textContent()).toContain('= 2');
    await part.getByRole('radio', { name: '2', exact: true }).check();
    expect(await part.textContent()).toContain('2×2 numbers');
    await part.getByRole('radio', { name: /same/ }).check();
    expect(await part.textContent()).toContain('3×3 numbers');
    await expect.poll(() => page.url()).toContain('padding=same');
    expect(page.url()).toContain('k=-2,0,1,1,1,1,0,0,1');
    await page.context().close();
  });

  it('notices a kernel that answers only to vertical edges', async () => {
    const { page } = await open('convolution?k=-1,0,1,-1,0,1,-1,0,2');
    const challenge = page.getByRole('group', { name: 'Challenge' });
    expect(await challenge.textContent()).not.toContain('Solved.');
    await page.getByRole('spinbutton', { name: 'Kernel, row 3, column 3' }).press('ArrowDown');
    expect(await challenge.textContent()).toContain('Solved.');
    await page.context().close();
  });

  it('applies known kernels to a picture, also to one of the reader’s', async () => {
    const { page, problems } = await open('convolution');
    const part = page.getByRole('group', { name: 'Known kernels on a picture' }).first();
    await part.getByRole('radio', { name: 'Blur' }).check();
    await expect.poll(() => page.url()).toContain('d=9');
    await part.getByRole('radio', { name: 'Your own' }).check();
    // A picture of 8x6 pixels, made by the page itself.
    const png = await page.evaluate(() => {
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [8, 6];
      canvas.getContext('2d')!.fillRect(0, 0, 4, 6);
      return canvas.toDataURL('image/png').split(',')[1]!;
    });
    const file = part.getByLabel('A picture from this device');
    await file.setInputFiles({
      name: 'half.png',
      mimeType: 'image/png',
      buffer: Buffer.from(png, 'base64'),
    });
    await expect.poll(() => part.textContent()).toContain('Picture 8×6');
    expect(await part.textContent()).toContain('Feature map 6×4');
    await file.setInputFiles({
      name: 'notes.png',
      mimeType: 'image/png',
      buffer: Buffer.from('no picture'),
    });
    await expect.poll(() => part.getByRole('alert').textContent()).toContain('notes.png is not');
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it('pools what is typed', async () => {
    const { page } = await open('convolution');
    const part = page.getByRole('group', { name: 'Pooling two by two' }).first();
    expect(await part.textContent()).toContain('→ 8');
    // (4 + 8 + 7 + 1) / 4
    expect(await part.textContent()).toContain('→ 5');
    const number = part.getByRole('spinbutton', { name: 'Number, row 2, column 1' });
    await number.fill('9');
    await number.press('Enter');
    expect(await part.textContent()).toContain('→ 9');
    await page.context().close();
  });

  it('answers its questions', async () => {
    const { page } = await open('convolution');
    const [first, second] = await page.getByRole('group', { name: 'Question', exact: true }).all();
    await first!.getByRole('radio', { name: '28×28' }).check();
    expect(await first!.getByRole('status').textContent()).toContain('Not quite.');
    await first!.getByRole('radio', { name: '26×26' }).check();
    expect(await first!.getByRole('status').textContent()).toContain('Right.');
    await second!.getByRole('radio', { name: /no weights/ }).check();
    expect(await second!.getByRole('status').textContent()).toContain('Right.');
    await page.context().close();
  });
});
