import { expect, it } from 'vitest';
import { axeViolations, describeSite, overflow, type Page } from '../../test/site.js';

const trained = (page: Page) =>
  page.locator('.status[data-phase="ended"]').waitFor({ timeout: 120_000 });
const heading = (page: Page) => page.locator('nav [aria-current="location"]').textContent();
const mark = (page: Page, id: string) => page.locator(`[data-mark="${id}"]`);

describeSite('the CNN explorer', ({ open }) => {
  it('trains, opens a map and a cell, and goes back level by level in four ways', async () => {
    const { page, problems } = await open('cnn');
    await trained(page);
    expect(await page.locator('.status').textContent()).toMatch(/right (8|9)\d/);
    await mark(page, 'map-2-5').click();
    await expect.poll(() => heading(page)).toBe('conv2, map 5');
    await page.getByRole('application', { name: 'conv2, map 5' }).click();
    await expect.poll(() => heading(page)).toMatch(/^cell \(/);
    expect(page.url()).toContain('#/cnn/conv2/5/cell');

    await page.keyboard.press('Escape');
    await expect.poll(() => heading(page)).toBe('conv2, map 5');
    await page.goForward();
    await expect.poll(() => heading(page)).toMatch(/^cell \(/);
    await page.goBack();
    await expect.poll(() => heading(page)).toBe('conv2, map 5');
    // The open map, clicked again, closes.
    await page.getByRole('button', { name: 'conv2, map 5', exact: true }).click();
    await expect.poll(() => heading(page)).toBe('All layers');

    await mark(page, 'map-1-0').click();
    await expect.poll(() => heading(page)).toBe('conv1, map 0');
    // Nothing is there.
    await page.locator('.flow').click({ position: { x: 2, y: 2 } });
    await expect.poll(() => heading(page)).toBe('All layers');
    expect(problems).toEqual([]);
    await page.context().close();
  }, 180_000);

  it('is walked by keyboard alone, down to a cell and up again', async () => {
    const { page } = await open('cnn', { reducedMotion: true });
    await trained(page);
    await mark(page, 'map-0-0').focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => page.locator('.traces.shown').count()).toBe(1);
    expect(await page.locator('.traces [data-mark^="source-"]').count()).toBe(1);
    await page.keyboard.press('Enter');
    await expect.poll(() => heading(page)).toMatch(/^conv1, map \d$/);
    await page.getByRole('application', { name: /^conv1/ }).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(() => heading(page)).toMatch(/^cell/);
    // With reduced motion there is nothing to play.
    expect(await page.getByRole('button', { name: 'Play' }).count()).toBe(0);
    const cell = () => page.locator('[data-cell]').getAttribute('data-cell');
    const before = await cell();
    await page.getByRole('application', { name: /^conv1/ }).focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(cell).not.toBe(before);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect.poll(() => heading(page)).toBe('All layers');
    await page.context().close();
  }, 180_000);

  it('plays by itself, and waits and jumps where the pointer is', async () => {
    const { page } = await open('cnn/conv1/0/cell');
    await trained(page);
    const cell = () => page.locator('[data-cell]').getAttribute('data-cell');
    await page.getByRole('button', { name: 'Play' }).click();
    await page.mouse.move(0, 0);
    await expect.poll(cell, { timeout: 20_000 }).not.toBe('10,10');
    const output = page.getByRole('application', { name: 'conv1, map 0' });
    const box = (await output.boundingBox())!;
    await output.hover({ position: { x: box.width / 52, y: box.height / 52 } });
    await expect.poll(cell).toBe('0,0');
    await page.waitForTimeout(600);
    expect(await cell()).toBe('0,0');
    const input = page.getByRole('application', { name: 'input, map 0' });
    // The window around the last pixel of the image is the last one.
    await input.hover({ position: { x: box.width - 2, y: box.height - 2 } });
    await expect.poll(cell).toBe('25,25');
    await page.context().close();
  }, 180_000);

  it('opens what a link says: map, cell, channel, example and colours', async () => {
    const { page } = await open('cnn/conv2/3/cell?i=7&at=4,6&ch=5&range=map');
    await trained(page);
    await expect.poll(() => heading(page)).toBe('cell (4, 6)');
    expect(await page.locator('[data-cell]').getAttribute('data-cell')).toBe('4,6');
    await page.getByRole('application', { name: 'conv1, map 5' }).waitFor();
    expect(await page.getByRole('radio', { name: 'per map' }).isChecked()).toBe(true);
    await page.getByRole('button', { name: 'Next' }).click();
    await expect.poll(() => page.url()).toContain('at=4,7');
    // From a link there is nothing to go back to: Escape leads up all the same.
    await page.keyboard.press('Escape');
    await expect.poll(() => heading(page)).toBe('conv2, map 3');
    await expect.poll(() => page.url()).toContain('i=7');
    await page.context().close();
  }, 180_000);

  it('shows the answer to the latest image, whatever came before', async () => {
    const { page } = await open('cnn');
    await trained(page);
    const images = page.getByRole('region', { name: 'Image' }).getByRole('button');
    await images.nth(20).waitFor();
    for (const place of [0, 3, 9, 4]) await images.nth(place).click();
    const label = /of (\w)/.exec((await images.nth(4).getAttribute('aria-label')) ?? '')?.[1];
    await expect.poll(() => page.locator('.answer').textContent()).toContain(`shows ${label}.`);
    // What is drawn goes through the network too, and an empty pad leaves the last image.
    await page.getByRole('radio', { name: 'Drawing' }).check();
    await expect.poll(() => page.locator('.answer').textContent()).toContain('says 3');
    expect(await page.locator('.answer').textContent()).not.toContain('shows');
    await page.context().close();
  }, 180_000);

  it('links terms and sources both ways in a dense unit and in softmax', async () => {
    const { page } = await open('cnn/dense1/1');
    await trained(page);
    const rows = page.locator('.stage tbody tr');
    await rows.nth(2).getByRole('button').focus();
    expect(await page.locator('.mark').count()).toBe(2);
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('button', { name: /^All \d/ }).click();
    await expect.poll(() => rows.count()).toBe(1152);
    await page.goto(page.url().replace('dense1/1', 'softmax/3'));
    await page.getByRole('group', { name: 'Softmax as a fraction' }).waitFor();
    await rows.nth(6).hover();
    await expect.poll(() => page.locator('.below .term.lit').count()).toBe(1);
    await page.locator('.below .term').nth(4).hover();
    await expect
      .poll(() => rows.nth(4).evaluate((row) => row.classList.contains('lit')))
      .toBe(true);
    await page.context().close();
  }, 180_000);

  it('finds the index of a cell and the cell of an index', async () => {
    const { page } = await open('cnn/flatten1/0');
    await trained(page);
    const index = page.getByRole('spinbutton', { name: 'Index' });
    await index.fill('1000');
    await index.press('Enter');
    // 1000 = (10 * 12 + 5) * 8 + 0
    expect(await page.getByRole('spinbutton', { name: 'Row' }).inputValue()).toBe('10');
    expect(await page.getByRole('spinbutton', { name: 'Column' }).inputValue()).toBe('5');
    const map = page.getByRole('spinbutton', { name: 'Map' });
    await map.fill('3');
    await map.press('Enter');
    expect(await page.locator('[data-sum="index"]').textContent()).toBe('1003');
    await page.context().close();
  }, 180_000);

  it('goes back to any moment of its training, judged and set beside another one', async () => {
    const { page, problems } = await open('cnn/dense1/1?epoch=0&lang=en');
    await trained(page);
    const time = page.getByRole('slider', { name: 'Through time' });
    const weight = () => page.locator('tbody tr').first().textContent();
    await expect.poll(() => time.getAttribute('aria-valuetext')).toBe('before training');
    await page.locator('tbody tr').first().waitFor();
    const first = await weight();
    await time.press('End');
    await expect.poll(weight).not.toBe(first);
    await expect.poll(() => page.url()).not.toContain('epoch=');
    await time.press('Home');
    await expect.poll(weight).toBe(first);
    // Three moments within each epoch.
    await time.press('ArrowRight');
    expect(await time.getAttribute('aria-valuetext')).toBe('within epoch 1 (0.34)');

    await page.getByText('The confusion matrix and the filters of this moment').click();
    await page.getByLabel('Compare with another moment').check();
    await page.getByRole('slider', { name: 'The other moment' }).press('End');
    const end = page
      .getByRole('region', { name: 'after epoch 5' })
      .locator('dl:not(.old) [data-accuracy]');
    await end.waitFor({ timeout: 60_000 });
    const shares = (await page.locator('.status').textContent())!;
    const accuracy = Number(await end.getAttribute('data-accuracy'));
    expect(shares).toContain(`${(100 * accuracy).toFixed(1).replace('.0', '')}%`);
    await expect.poll(() => page.locator('.pairs canvas').count()).toBe(2 * 8 * 3);
    await expect.poll(() => page.url()).toMatch(/beside=5/);
    await page.keyboard.press('Escape');
    await mark(page, 'map-1-0').waitFor();
    for (const width of [360, 1280, 1920]) {
      await page.setViewportSize({ width, height: 900 });
      if (width < 1920) expect(await axeViolations(page)).toEqual([]);
      expect(await overflow(page), `at ${width}`).toBe(0);
    }
    expect(problems).toEqual([]);
    await page.context().close();
  }, 180_000);

  it('opens the reader’s own network from the lab, with all that can be asked of it', async () => {
    const own = 'd=synthetic-digits:600,100,1&epochs=2&n=conv4k3relu-maxpool2-flatten-dense10';
    const { page, problems } = await open(`lab/train?${own}`);
    await page.locator('.sentence[data-phase="ready"]').waitFor({ timeout: 120_000 });
    await page.getByRole('button', { name: 'Start' }).click();
    await page.locator('.sentence[data-phase="ended"]').waitFor({ timeout: 120_000 });
    const said = /[\d.]+%/.exec((await page.locator('.sentence').textContent()) ?? '')![0];
    await page.getByRole('link', { name: /in the CNN explorer$/ }).click();
    await trained(page);
    expect(page.url()).toMatch(/#\/cnn\?.*run=\w{8}/);
    await page.getByText(/^Your run “.*”, trained in the lab\.$/).waitFor();
    const share = (text: string | null) => Number(/([\d.]+)%/.exec(text ?? '')?.[1]);
    expect(share(await page.locator('.status').textContent())).toBe(share(said));
    await mark(page, 'map-1-3').click();
    await expect.poll(() => heading(page)).toBe('conv1, map 3');
    await page.getByRole('button', { name: 'Silence this one' }).click();
    await page.locator('.figure[data-broken="true"]').waitFor({ timeout: 60_000 });
    await expect.poll(() => page.url()).toContain('off=conv1:3');
    await page.reload();
    await trained(page);
    await expect.poll(() => heading(page)).toBe('conv1, map 3');
    await page.locator('.figure[data-broken="true"]').waitFor({ timeout: 60_000 });
    expect(problems).toEqual([]);
    await page.context().close();
  }, 300_000);

  it('says of a run that is not here that it is not', async () => {
    const { page } = await open('cnn?run=nothing');
    await page.locator('.status[data-phase="failed"]').waitFor({ timeout: 60_000 });
    expect(await page.locator('.status').textContent()).toContain('does not keep that run');
    await page.getByRole('radio', { name: 'Small CNN' }).check();
    await trained(page);
    await page.context().close();
  }, 180_000);
});
