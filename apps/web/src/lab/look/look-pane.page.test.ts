import { encode as encodePng } from 'fast-png';
import { expect, it } from 'vitest';
import { axeViolations, describeSite, overflow, type Page } from '../../../test/site.js';

const few = 'd=synthetic-digits:900,200,1';

/** Trains as the address says, then opens the look pane. */
async function trainAndLook(page: Page): Promise<void> {
  await page.locator('[data-phase="ready"]').waitFor({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await page.locator('[data-phase="ended"]').waitFor({ timeout: 120_000 });
  await page.locator('nav a[href*="lab/look"]').click();
  await page.getByText('Test accuracy').waitFor({ timeout: 60_000 });
}

const saying = (page: Page) =>
  page.locator('svg[aria-label="What the network says"]').getAttribute('aria-description');

/** A black 3 on white paper, as a file to upload. */
function paperThree(): Buffer {
  const side = 60;
  const data = new Uint8Array(side * side).fill(235);
  const ink = (x: number, y: number) => {
    for (let dx = 0; dx < 4; dx++)
      for (let dy = 0; dy < 4; dy++) data[(y + dy) * side + x + dx] = 20;
  };
  for (let x = 20; x < 40; x++) for (const y of [10, 28, 46]) ink(x, y);
  for (let y = 10; y < 47; y++) ink(40, y);
  return Buffer.from(encodePng({ width: side, height: side, channels: 1, data }));
}

describeSite('the look pane', ({ open }) => {
  it('shows mistakes of a cell, their bars, the classes, and reads drawings and images', async () => {
    const { page, problems } = await open(`lab/train?${few}&epochs=3`);
    await trainAndLook(page);

    // The figures, the matrix and the list agree.
    const [, right, total] =
      /got ([\d,]+) of ([\d,]+) examples right/.exec((await page.textContent('main')) ?? '') ?? [];
    expect(total).toBe('200');
    const mistakes = 200 - Number(right);
    const list = page.getByRole('region', { name: 'Example by example' });
    await list.getByText(`${mistakes} example`).waitFor();

    // A cell of the matrix leads to its images, and the address keeps it.
    const cell = page.getByRole('button', { name: /taken for \S+: [1-9]\d* of/ }).first();
    const label = (await cell.getAttribute('aria-label')) ?? '';
    const [, truth, predicted, count] = /^(\S+) taken for (\S+): (\d+) of/.exec(label) ?? [];
    await cell.focus();
    await page.keyboard.press('Enter');
    await list.getByText(new RegExp(`^${count} example`)).waitFor();
    await expect.poll(() => page.url()).toContain(`cell=${truth},${predicted}`);
    const images = list.getByRole('option');
    await expect.poll(() => images.count()).toBe(Math.min(30, Number(count)));

    // An image leads to its bars, by keyboard too.
    await images.first().focus();
    await page.keyboard.press('Enter');
    const bars = list.locator('figure svg');
    await bars.waitFor();
    expect(await bars.getAttribute('aria-description')).toMatch(
      truth === predicted ? /The network is right/ : new RegExp(`says ${predicted}`),
    );
    await expect.poll(() => page.url()).toMatch(/example=\d/);
    await page.reload();
    await page.getByText('Test accuracy').waitFor({ timeout: 60_000 });
    await list.getByText(new RegExp(`^${count} example`)).waitFor();
    await bars.waitFor();

    // All of it, the own drawing too, is of the moment that the reader goes back to.
    const summary = page.locator('.figures[aria-busy="false"] p:not(.old)', { hasText: 'It got' });
    await expect.poll(() => saying(page)).toMatch(/The network says \d/);
    const [now, drawing] = [await summary.textContent(), await saying(page)];
    const time = page.getByRole('slider', { name: 'Through time' });
    await time.press('Home');
    await page.getByText('answered by the network of this moment').waitFor();
    await expect.poll(() => summary.textContent()).not.toBe(now);
    await expect.poll(() => saying(page)).not.toBe(drawing);
    const untrained = await summary.textContent();
    await expect.poll(() => page.url()).toContain('epoch=0');
    await page.reload();
    await expect.poll(() => summary.textContent()).toBe(untrained);
    await time.press('End');
    await expect.poll(() => summary.textContent()).toBe(now);
    await expect.poll(() => page.url()).not.toContain('epoch=');

    // A drawing is answered at once; so is a photo of ink on paper, after it was inverted.
    await expect.poll(() => saying(page)).toMatch(/The network says \d/);
    await page.getByRole('radio', { name: 'Image file' }).check();
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'three.png', mimeType: 'image/png', buffer: paperThree() });
    await page.getByText('Dark ink on light paper was turned').waitFor();
    await expect.poll(() => saying(page)).toMatch(/The network says \d/);
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'note.png', mimeType: 'image/png', buffer: Buffer.from('hello') });
    await page.getByText('note.png is no PNG or JPEG that can be read.').waitFor();

    expect(await axeViolations(page)).toEqual([]);
    await page.setViewportSize({ width: 360, height: 800 });
    expect(await overflow(page)).toBe(0);
    expect(problems).toEqual([]);
    await page.context().close();
  }, 240_000);

  it('takes a flower that the reader makes up', async () => {
    const { page, problems } = await open('lab/train?d=iris&epochs=30&lr=0.01');
    await trainAndLook(page);
    await page.getByRole('button', { name: 'setosa', exact: true }).click();
    await expect.poll(() => saying(page)).toContain('The network says setosa');
    const length = page.getByRole('spinbutton', { name: 'petal length' });
    await length.fill('6');
    await length.press('Enter');
    const width = page.getByRole('slider', { name: 'petal width' });
    await width.focus();
    await page.keyboard.press('End');
    await expect.poll(() => saying(page)).toContain('The network says virginica');
    await expect.poll(() => page.url()).toContain('flower=5,3.4,6,8');
    expect(await axeViolations(page)).toEqual([]);
    expect(problems).toEqual([]);
    await page.context().close();
  }, 240_000);
});
