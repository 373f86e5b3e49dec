import { readFile } from 'node:fs/promises';
import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { axeViolations, describeSite, goTo, overflow, type Page } from '../../../test/site.js';

/** 540 digits to learn from, in steps of 32: 17 an epoch. */
const small = 'd=synthetic-digits:600,200,1&epochs=2';

const patience = 120_000;

const phase = (page: Page, name: string) =>
  page.locator(`.sentence[data-phase="${name}"]`).waitFor({ timeout: patience });

const press = (page: Page, name: string | RegExp) =>
  page
    .getByRole('main')
    .getByRole('button', { name, exact: typeof name === 'string' })
    .click();

const figure = (page: Page, name: string) =>
  page.locator('dl div', { has: page.getByText(name, { exact: true }) }).locator('dd');

/** The learning curves as numbers, from their table, which is written while it is open. */
const numbers = async (page: Page) => {
  const figure = page.locator('figure');
  if ((await figure.locator('table').count()) === 0) await figure.locator('summary').click();
  const table = figure.locator('table');
  await table.waitFor();
  return (await table.locator('tbody tr').allTextContents()).map((row) => row.trim());
};

const testAccuracy = async (page: Page) => {
  const sentence = (await page.locator('.sentence').textContent()) ?? '';
  return Number(/([\d.]+)%/.exec(sentence)?.[1]);
};

describeSite('the lab’s train pane', ({ open }) => {
  it('learns drawn digits to 93 % or more, and keeps the run over a reload', async () => {
    const { page, problems } = await open('lab/train');
    await phase(page, 'ready');
    await press(page, 'Start');
    await phase(page, 'ended');
    expect(await testAccuracy(page)).toBeGreaterThanOrEqual(93);
    const before = await numbers(page);
    expect(before).toHaveLength(10);
    await expect.poll(() => page.url()).toMatch(/run=[0-9a-f]{8}/);
    await page.reload();
    await phase(page, 'ended');
    expect(await numbers(page)).toEqual(before);
    expect(await axeViolations(page)).toEqual([]);
    expect(problems).toEqual([]);
    await page.context().close();
  }, 300_000);

  it('goes step by step, epoch by epoch, and after a rewind through the same numbers', async () => {
    const { page } = await open(`lab/train?${small}`);
    await phase(page, 'ready');
    await press(page, 'One step');
    await phase(page, 'paused');
    await expect.poll(() => figure(page, 'Step').textContent()).toBe('1 of 17');
    await press(page, 'One step');
    await expect.poll(() => figure(page, 'Step').textContent()).toBe('2 of 17');
    await press(page, 'One epoch');
    await expect.poll(() => figure(page, 'Epochs done').textContent()).toBe('1 of 2');
    await press(page, 'Go on');
    await phase(page, 'ended');
    const first = await numbers(page);
    expect(first).toHaveLength(2);
    await press(page, 'Rewind');
    await phase(page, 'ready');
    expect(await numbers(page)).toEqual([]);
    await press(page, 'Start');
    await phase(page, 'ended');
    expect(await numbers(page)).toEqual(first);
    // Both are kept.
    const runs = page.getByRole('region', { name: 'Runs kept in this browser' });
    await expect.poll(() => runs.getByRole('rowheader').count()).toBe(2);
    await page.context().close();
  }, 300_000);

  it('is where it was after one left while it learned: by the menu, back, and a reload', async () => {
    const { page } = await open('lab/train?d=synthetic-digits:6000,200,1&epochs=1000');
    await phase(page, 'ready');
    await press(page, 'Start');
    // The address says which run it is while news keeps coming.
    await expect.poll(() => page.url()).toMatch(/run=[0-9a-f]{8}/);
    await phase(page, 'running');
    await goTo(page, 'Neuron');
    await page.getByRole('heading', { name: 'What one neuron computes' }).waitFor();
    await goTo(page, 'Lab');
    await phase(page, 'paused');
    const place = await figure(page, 'Epochs done').textContent();
    expect(place).toMatch(/^\d+ of 1000$/);
    expect(page.url()).toContain('#/lab/train?');
    await page.reload();
    await phase(page, 'paused');
    expect(await figure(page, 'Epochs done').textContent()).toBe(place);
    await page.goBack();
    await page.goForward();
    await phase(page, 'paused');
    expect(await figure(page, 'Epochs done').textContent()).toBe(place);
    await page.context().close();
  }, 300_000);

  it('takes another rate and more epochs in the same run, and says what needs a new one', async () => {
    const { page } = await open(`lab/train?${small}`);
    await phase(page, 'ready');
    await press(page, 'Start');
    await phase(page, 'ended');
    await expect.poll(() => page.url()).toMatch(/run=\w/);
    const url = page.url();
    await page.getByRole('combobox', { name: 'Learning rate' }).selectOption('0.0001');
    await press(page, '5 more epochs');
    await expect.poll(() => figure(page, 'Epochs done').textContent()).toBe('7 of 7');
    await phase(page, 'ended');
    const id = /run=(\w+)/.exec(url)?.[1];
    expect(page.url()).toContain(`run=${id}`);
    await page.getByRole('combobox', { name: 'Batch size' }).selectOption('64');
    await page.getByText('The settings differ from those of the present run.').waitFor();
    expect(await figure(page, 'Epochs done').textContent()).toBe('7 of 7');
    await page.getByRole('combobox', { name: 'Weights kept' }).selectOption('5');
    await expect.poll(() => page.url()).toContain('keep=5');
    await press(page, 'Start a new run');
    await expect
      .poll(() => figure(page, 'Step').textContent(), { timeout: patience })
      .toMatch(/ of 9$/);
    await phase(page, 'ended');
    await expect.poll(() => page.url()).not.toContain(`run=${id}`);
    // Of each of 7 epochs of 9 steps the end and the fifth step, beside the start.
    await page.getByRole('main').getByRole('link', { name: 'Look', exact: true }).click();
    const time = page.getByRole('slider', { name: 'Through time' });
    expect(await time.getAttribute('max')).toBe('14');
    await time.press('ArrowLeft');
    await page.getByText('within epoch 7 (6.56)').waitFor();
    await page.context().close();
  }, 300_000);

  it('says in Japanese where data is missing and where a run blew up, by keyboard alone', async () => {
    const { page } = await open(
      'lab/train?d=mnist&epochs=1&opt=sgd&lr=100&n=flatten-dense32-dense32-dense10',
      {
        language: 'ja',
      },
    );
    await phase(page, 'failed');
    await page.getByRole('button', { name: '合成した手書き数字を使う' }).focus();
    await page.keyboard.press('Enter');
    await phase(page, 'ready');
    await page.getByRole('main').getByRole('button', { name: '開始', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.getByText(/エポック目.*発散しました（学習率100）/).waitFor({ timeout: patience });
    await page.getByRole('combobox', { name: '学習率' }).focus();
    for (let i = 0; i < 8; i++) await page.keyboard.press('ArrowUp');
    await page.getByRole('main').getByRole('button', { name: '開始', exact: true }).focus();
    await page.keyboard.press('Enter');
    // The run that blew up has ended too.
    await expect
      .poll(() => page.locator('.sentence').textContent(), { timeout: patience })
      .toContain('テスト用の2,000件で正解率');
    await page.context().close();
  }, 300_000);

  it('tells a reader whose browser does not have the run, and offers its settings', async () => {
    const { page } = await open(`lab/train?${small}&run=abcdef12`);
    await page.getByText('kept in another browser').waitFor({ timeout: patience });
    await phase(page, 'ready');
    expect(await figure(page, 'Epochs done').textContent()).toBe('0 of 2');
    await page.context().close();
  }, 300_000);

  it('renames, saves and deletes kept runs', async () => {
    const { page, problems } = await open(`lab/train?${small}`);
    await phase(page, 'ready');
    await press(page, 'One epoch');
    await phase(page, 'paused');
    await press(page, /^Rename MLP 784-128-10 on drawn digits, 600 images/);
    await page.keyboard.type('My first');
    await page.keyboard.press('Enter');
    await page.getByRole('rowheader', { name: 'My first' }).waitFor();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent))
      .toBe('Rename');
    await page.setViewportSize({ width: 360, height: 800 });
    expect(await overflow(page)).toBe(0);
    await press(page, 'Rewind');
    await phase(page, 'ready');
    // It is not the open one any more, and is saved as it was.
    const downloads = page.waitForEvent('download', { timeout: patience });
    await press(page, 'Save My first as a file');
    const download = await downloads;
    expect(download.suggestedFilename()).toBe('my-first.zip');
    const files = Object.keys(unzipSync(await readFile(await download.path())));
    expect(files).toEqual(['my-first/model.json', 'my-first/weights.bin']);
    await page.getByText('the run has not been tested').waitFor();
    await press(page, 'Delete My first');
    await press(page, 'Really delete');
    await page.getByText('There is none yet.').waitFor();

    // The open one goes too, while it learns; its settings stay.
    await page.getByRole('spinbutton', { name: 'Epochs' }).fill('1000');
    await press(page, 'Start');
    await press(page, /^Delete MLP/);
    await press(page, 'Really delete');
    await page.getByText('There is none yet.').waitFor();
    await phase(page, 'ready');
    expect(page.url()).toContain('d=synthetic-digits:600,200,1');
    await expect.poll(() => page.url()).not.toContain('run=');

    // Another tab may have deleted a run that the list still shows.
    await press(page, 'One epoch');
    await phase(page, 'paused');
    await press(page, /^Rename MLP 784-128-10 on drawn digits, 600 images/);
    await page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          indexedDB.open('manabi').onsuccess = ({ target }) => {
            const database = (target as IDBOpenDBRequest).result;
            const transaction = database.transaction('runs', 'readwrite');
            transaction.objectStore('runs').clear();
            transaction.oncomplete = () => resolve();
          };
        }),
    );
    await page.keyboard.type('Too late');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').filter({ hasText: 'There is no such run' }).waitFor();
    await page.getByText('There is none yet.').waitFor();
    expect(problems).toEqual([]);
    await page.context().close();
  }, 300_000);
});
