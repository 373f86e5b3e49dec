import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { datasetInfo } from '@manabi/datasets';
import { encode as encodePng } from 'fast-png';
import { afterAll, expect, it } from 'vitest';
import { axeViolations, describeSite, overflow, type Page } from '../../../test/site.js';

const folder = mkdtempSync(path.join(tmpdir(), 'manabi-own-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A square of one brightness. */
function square(side: number, value: number): Uint8Array {
  const data = new Uint8Array(side * side).fill(value);
  return encodePng({ width: side, height: side, channels: 1, data });
}

function write(name: string, bytes: Uint8Array | string): void {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, bytes);
}

/** Draws a line on the pad; points in [0, 1]. */
async function drawLine(page: Page, points: readonly (readonly [number, number])[]): Promise<void> {
  const canvas = page.getByRole('application').locator('canvas');
  await canvas.scrollIntoViewIfNeeded();
  const box = (await canvas.boundingBox())!;
  const at = ([x, y]: readonly [number, number]) =>
    [box.x + x * box.width, box.y + y * box.height] as const;
  await page.mouse.move(...at(points[0]!));
  await page.mouse.down();
  for (const point of points.slice(1)) await page.mouse.move(...at(point), { steps: 3 });
  await page.mouse.up();
}

const own = (page: Page) => page.getByRole('radio', { name: /^Your own data/ });
const status = (page: Page, text: string | RegExp) =>
  page.getByRole('status').filter({ hasText: text }).first().waitFor({ timeout: 60_000 });

describeSite('the data pane', ({ open }) => {
  it('shows images by class and the numbers of any of them, by keyboard too', async () => {
    const { page, problems } = await open('lab/data');
    await status(page, '10,000 to learn from, 2,000 to test on');
    const images = page.getByRole('listbox', { name: 'Images' }).getByRole('option');
    await expect.poll(() => images.count()).toBe(96);

    await page.locator('[data-mark="class-7"]').focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => images.first().getAttribute('aria-label')).toMatch(/: 7$/);
    await expect.poll(() => page.url()).toContain('class=7');

    await images.first().focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    await page.getByRole('heading', { name: /“7”, as the numbers it is$/ }).waitFor();
    await expect.poll(() => page.url()).toMatch(/image=\d+/);
    await page.keyboard.press('PageDown');
    await status(page, /^Page 2 of /);

    expect(problems).toEqual([]);
    await page.context().close();
  });

  it('shows Iris as points and rows', async () => {
    const { page } = await open('lab/data?d=iris');
    await status(page, '120 to learn from, 30 to test on');
    await page.getByRole('button', { name: '3', exact: true }).click();
    await expect.poll(() => page.url()).toContain('image=2');
    await page.getByLabel('Across').selectOption('sepal width');
    await expect.poll(() => page.url()).toContain('across=1');
    await page.getByRole('radio', { name: 'virginica' }).check();
    await expect.poll(() => page.getByRole('row').count()).toBe(41);
    expect(await axeViolations(page)).toEqual([]);
    await page.context().close();
  });

  it('says how to add data that is not there, and what works meanwhile', async () => {
    const { page } = await open('lab/data?d=mnist');
    await page.getByText('is not on this site yet').waitFor({ timeout: 60_000 });
    expect(await page.textContent('main')).toContain('npx manabi data fetch mnist --out');
    await page.locator('input[type=file]').setInputFiles({
      ...{ name: 'train-images-idx3-ubyte', mimeType: 'application/octet-stream' },
      buffer: Buffer.from('nonsense'),
    });
    await page.getByRole('alert').waitFor({ timeout: 60_000 });
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Use the drawn digits' }).click();
    await status(page, '10,000 to learn from');
    await page.context().close();
  });

  it('says how far a download is, and stops it', async () => {
    // Sends a part of the file, and then nothing more.
    const [sent, whole] = [3_000_000, datasetInfo('mnist').files[0]!.gzip.sizeBytes];
    let connections = 0;
    const slow = createServer((_, response) => {
      connections++;
      response.on('close', () => connections--);
      response.writeHead(200, { 'Content-Length': whole });
      response.write(Buffer.alloc(sent));
    });
    await new Promise<void>((resolve) => slow.listen(0, '127.0.0.1', resolve));
    const { port } = slow.address() as AddressInfo;
    const { page } = await open('lab/data?d=mnist', {
      prepare: async (fresh) => {
        await fresh.route('**/data/mnist/*', (route) =>
          route.continue({ url: `http://127.0.0.1:${port}/` }),
        );
      },
    });
    await status(page, 'File 1 of 4: train-images-idx3-ubyte');
    const bar = page.getByRole('progressbar', { name: 'Progress of the download' });
    await expect.poll(() => bar.getAttribute('aria-valuetext')).toBe('3.00 MB of 9.91 MB (30%)');
    expect(await bar.evaluate(({ value, max }: HTMLProgressElement) => [value, max])).toEqual([
      sent,
      whole,
    ]);
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Stop loading' }).click();
    await status(page, 'The loading was stopped.');
    await expect.poll(() => connections).toBe(0);
    await page.getByRole('button', { name: 'Try again' }).click();
    await bar.waitFor();
    // The run waits for it too.
    await page.locator('nav a[href*="lab/train"]').click();
    const run = page.getByRole('progressbar', { name: 'Where the run is' });
    await expect
      .poll(() => run.getAttribute('aria-valuetext'))
      .toBe('Loading train-images-idx3-ubyte: 30%');
    await page.locator('nav a[href*="lab/data"]').click();
    // Nobody waits for what another choice has taken the place of.
    await page.getByRole('radio', { name: /^Fisher/ }).check();
    await status(page, '120 to learn from');
    await expect.poll(() => connections).toBe(0);
    await page.locator('nav a[href*="lab/train"]').click();
    await page.locator('[data-phase="ready"]').waitFor();
    await page.context().close();
    slow.closeAllConnections();
    slow.close();
  });

  const mnist = process.env.MANABI_DATA_DIR;
  it.skipIf(mnist === undefined)(
    'keeps MNIST’s four files once they are chosen (needs MANABI_DATA_DIR)',
    async () => {
      const { page } = await open('lab/data?d=mnist');
      await page.getByText('is not on this site yet').waitFor({ timeout: 60_000 });
      const names = [
        'train-images-idx3',
        'train-labels-idx1',
        't10k-images-idx3',
        't10k-labels-idx1',
      ];
      await page
        .locator('input[type=file]')
        .setInputFiles(names.map((name) => path.join(mnist!, 'mnist', `${name}-ubyte.gz`)));
      await status(page, '60,000 to learn from, 10,000 to test on');
      await page.getByRole('spinbutton', { name: 'Page' }).fill('600');
      await page.keyboard.press('Enter');
      await status(page, 'Page 600 of 625');
      await page.reload();
      await status(page, '60,000 to learn from, 10,000 to test on');
      await page.context().close();
    },
    180_000,
  );

  it('learns from drawings made in the page, from the pad to the test', async () => {
    const { page, problems } = await open('lab/data');
    await own(page).check();
    await status(page, 'needs 2 more drawings');
    const add = page.getByRole('button', { name: /^Add to/ });
    await add.click();
    await page.getByText('Draw something first.').waitFor();
    for (let i = 0; i < 5; i++) {
      await drawLine(page, [
        [0.5, 0.1 + 0.02 * i],
        [0.5, 0.9],
      ]);
      await add.click();
    }
    await page.getByLabel('Name of class 1').fill('upright');
    await page.getByRole('radio', { name: 'Draw “Class 2”' }).check();
    for (let i = 0; i < 5; i++) {
      await drawLine(page, [
        [0.1, 0.4 + 0.05 * i],
        [0.9, 0.4 + 0.05 * i],
      ]);
      await add.click();
    }
    // What was added can be taken back.
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await status(page, '9 drawings in 2 classes: ready.');
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Lines');
    await page.getByRole('button', { name: 'Use these drawings' }).click();
    await status(page, '7 to learn from, 2 to test on');
    await expect.poll(() => page.url()).toContain('d=own:lines-');

    await page.locator('nav a[href*="lab/train"]').click();
    await page.locator('[data-phase="ready"]').waitFor({ timeout: 60_000 });
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    await page.locator('[data-phase="ended"]').waitFor({ timeout: 120_000 });
    await page.locator('nav a[href*="lab/look"]').click();
    await page.getByText('It got 2 of 2 examples right').waitFor({ timeout: 60_000 });
    await page.getByRole('button', { name: 'Wipe' }).click();
    await drawLine(page, [
      [0.45, 0.15],
      [0.5, 0.85],
    ]);
    const answer = page.locator('svg[aria-label="What the network says"]');
    await expect
      .poll(() => answer.getAttribute('aria-description'))
      .toContain('The network says upright');
    expect(problems).toEqual([]);

    // It is still there after a reload; renamed, saved as files, taken up again, deleted.
    await page.locator('nav a[href*="lab/data"]').click();
    await page.reload();
    await status(page, '7 to learn from, 2 to test on');
    const name = page.getByRole('textbox', { name: 'Name of the data set Lines' });
    await name.fill('Strokes');
    await name.press('Enter');
    await page.getByRole('heading', { level: 2, name: 'Strokes' }).waitFor();
    await page.getByRole('button', { name: 'Save as IDX files' }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'train-images-idx3-ubyte' }).click();
    const file = readFileSync(await (await download).path());
    // 16 bytes of header, then seven images.
    expect(file.length).toBe(16 + 7 * 784);
    await page.getByRole('button', { name: 'Go on drawing' }).click();
    await status(page, '9 drawings in 2 classes: ready.');
    // What lies on the desk comes back with its name, and every renaming is a step.
    const [first, title] = [
      page.getByLabel('Name of class 1'),
      page.getByRole('textbox', { name: 'Name', exact: true }),
    ];
    const undo = page.getByRole('button', { name: 'Undo', exact: true });
    await first.fill('unsaved');
    await title.fill('Draft');
    await page.getByRole('button', { name: 'Go on drawing' }).click();
    await expect.poll(() => first.inputValue()).toBe('upright');
    await first.fill('again');
    await undo.click();
    await expect.poll(() => first.inputValue()).toBe('upright');
    await undo.click();
    await expect.poll(() => first.inputValue()).toBe('unsaved');
    expect(await title.inputValue()).toBe('Draft');
    // The chosen class stays chosen when one before it goes.
    await page.getByRole('button', { name: 'Another class' }).click();
    await page.getByRole('radio', { name: 'Draw “Class 2”' }).check();
    await page.getByRole('button', { name: 'Remove the class unsaved' }).click();
    expect(await page.getByRole('radio', { name: 'Draw “Class 2”' }).isChecked()).toBe(true);
    await page.getByRole('button', { name: 'Delete Strokes' }).click();
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    await status(page, '10,000 to learn from');
    await page.context().close();
  }, 240_000);

  it('makes a data set of a folder of images, and names what it leaves out', async () => {
    for (const [name, value] of [
      ['dark', 30],
      ['light', 220],
    ] as const) {
      for (let i = 0; i < 6; i++) write(`shades/${name}/${i}.png`, square(20 + i, value));
    }
    write('shades/light/note.png', 'no image');
    write('shades/empty/read me.txt', 'nothing');
    const { page, problems } = await open('lab/data');
    await own(page).check();
    await page.getByRole('radio', { name: 'A folder of images', exact: true }).check();
    await page.locator('input[type=file]').setInputFiles(path.join(folder, 'shades'));
    await status(page, '“shades”: 14 files in 3 classes');
    await page.getByRole('radio', { name: 'as they are' }).check();
    await page.getByRole('button', { name: 'Make the data set' }).click();
    await page.getByRole('alert').filter({ hasText: 'The images differ in size' }).waitFor();
    await page.getByRole('radio', { name: '32×32' }).check();
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Make the data set' }).click();
    await status(page, '10 to learn from, 2 to test on');
    const text = await page.textContent('main');
    expect(text).toContain('note.png is neither PNG nor JPEG');
    expect(text).toContain('“empty” has no image that can be read');
    expect(text).toContain('32×32');
    await page.setViewportSize({ width: 360, height: 800 });
    expect(await overflow(page)).toBe(0);
    expect(problems).toEqual([]);
    await page.context().close();
  }, 120_000);

  it('says that nothing was kept where the browser has no room, and not that it is ready', async () => {
    for (const name of ['dark', 'light']) {
      for (let i = 0; i < 3; i++) write(`full/${name}/${i}.png`, square(10, 50 * i));
    }
    const { page, problems } = await open('lab/data');
    await own(page).check();
    await page.getByRole('radio', { name: 'A folder of images', exact: true }).check();
    await page.locator('input[type=file]').setInputFiles(path.join(folder, 'full'));
    await page.evaluate(() => {
      const refuse = () => {
        throw new DOMException('no room', 'QuotaExceededError');
      };
      Object.defineProperty(IDBObjectStore.prototype, 'put', { value: refuse });
    });
    await page.getByRole('button', { name: 'Make the data set' }).click();
    await page.getByRole('alert').filter({ hasText: 'does not keep data' }).waitFor();
    await page.getByRole('button', { name: 'Make the data set' }).waitFor();
    expect(await page.textContent('main')).not.toContain('is ready:');
    expect(problems).toEqual([]);
    await page.context().close();
  }, 120_000);

  it('refuses nonsense files in words, in Japanese too', async () => {
    write('one/only/1.png', square(10, 9));
    write('one/only/2.png', square(10, 9));
    const { page } = await open('lab/data', { language: 'ja' });
    await page.getByRole('radio', { name: /^自分のデータ/ }).check();
    await page.getByRole('radio', { name: '画像のフォルダー', exact: true }).check();
    await page.locator('input[type=file]').setInputFiles(path.join(folder, 'one'));
    await page.getByRole('button', { name: 'データを作る' }).click();
    await page
      .getByRole('alert')
      .filter({ hasText: 'クラスが「only」1つしかありません' })
      .waitFor();
    await page.getByRole('radio', { name: 'IDXファイル', exact: true }).check();
    const names = [
      'train-images-idx3',
      'train-labels-idx1',
      't10k-images-idx3',
      't10k-labels-idx1',
    ];
    const nonsense = names.map((name) => ({
      ...{ name: `${name}-ubyte`, mimeType: 'application/octet-stream' },
      buffer: Buffer.from('これはIDXではない'),
    }));
    await page.locator('input[type=file]').setInputFiles(nonsense.slice(1));
    await page.getByRole('button', { name: 'データを作る' }).click();
    await page.getByRole('alert').filter({ hasText: '足りないファイル：train-images' }).waitFor();
    await page.locator('input[type=file]').setInputFiles(nonsense);
    await page.getByRole('button', { name: 'データを作る' }).click();
    await page.getByRole('alert').filter({ hasText: 'IDXファイルではないか' }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.context().close();
  }, 120_000);

  it('says of data that another browser made that it is not here', async () => {
    const { page } = await open('lab/data?d=own:cats-3f2ab');
    await page.getByText('This data set was made in another browser').waitFor();
    expect(await overflow(page)).toBe(0);
    await page.context().close();
  });
});
