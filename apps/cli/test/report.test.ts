import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { chromiumHelp, findChromium } from '@manabi/test-utils';
import { decodeRunRecord, encodeRunRecord, type RunRecord } from '@manabi/trainer';
import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { manabi } from './manabi.js';

let folder: string;
let record: RunRecord;
const at = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'manabi-report-'));
  const few = ['--train-size', '300', '--test-size', '100', '--epochs', '3', '--hidden', '16'];
  const words = ['train', '--dataset', 'synthetic-digits', '--validation-split', '0.2', ...few];
  const changes = ['--watch', '--early-stopping', '3', '--gradient-clipping', 'norm:1'];
  const more = ['--backend', 'cpu', '--record', at('run.json')];
  const trained = await manabi([...words, ...changes, ...more]);
  expect(trained).toMatchObject({ exitCode: 0 });
  record = decodeRunRecord(await readFile(at('run.json'), 'utf8'));
});
afterAll(() => rm(folder, { recursive: true }));

async function report(name: string, changed: object, ...words: string[]) {
  const file = at(`${name}.json`);
  await writeFile(file, encodeRunRecord({ ...record, ...changed }));
  return manabi(['report', file, '--out', at(`${name}.html`), ...words]);
}

describe('report', () => {
  it('says in which file it is, and replaces a former report but nothing else', async () => {
    for (let time = 1; time <= 2; time++) {
      const { exitCode, stdout, stderr } = await report('twice', {});
      expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
      expect(stdout).toBe(`Report in ${at('twice.html')}\n`);
    }
    await writeFile(at('other.html'), '<p>keep me');
    const { exitCode, stderr } = await report('other', {});
    expect(exitCode).toBe(2);
    expect(stderr).toContain('expected a new file or a former report');
    expect(await readFile(at('other.html'), 'utf8')).toBe('<p>keep me');
  });

  it('does without pictures where the data is not the one of the run', async () => {
    const test = { ...record.data.test, sha256: '0'.repeat(64) };
    const { exitCode, stderr } = await report('elsewhere', { data: { ...record.data, test } });
    expect(exitCode).toBe(0);
    expect(stderr).toContain(`expected test examples with SHA-256 ${'0'.repeat(64)}`);
    expect(await readFile(at('elsewhere.html'), 'utf8')).not.toContain('<image');
  });

  it('says in the language of the reader why a run was stopped early', async () => {
    const reason = 'no better valLoss than 0.5 of epoch 1 for 3 epochs';
    const result = { ...record.result, outcome: 'stopped', reason } as const;
    expect((await report('stopped', { result }, '--language', 'ja')).exitCode).toBe(0);
    const page = await readFile(at('stopped.html'), 'utf8');
    expect(page).toContain('（検証損失が3エポック改善しなければ終了）。');
    expect(page).not.toContain(reason);
  });

  it('quotes a file name for the shell', async () => {
    expect((await report("it's mine", {})).exitCode).toBe(0);
    const page = await readFile(at("it's mine.html"), 'utf8');
    expect(page).toContain(String.raw`manabi reproduce 'it'\''s mine.json'`);
  });

  it('says why a run that diverged has no predictions', async () => {
    const result = { ...record.result, outcome: 'diverged', reason: 'the loss is NaN' } as const;
    const empty = { ...result, testLoss: null, testAccuracy: null };
    const { exitCode } = await report('diverged', { test: null, result: empty, history: [] });
    expect(exitCode).toBe(0);
    const page = await readFile(at('diverged.html'), 'utf8');
    expect(page).toContain('The run diverged');
    expect(page).toContain('the loss is NaN');
  });

  it('takes what a record says for text, never for markup', async () => {
    const data = { ...record.data, reference: '<script>alert(1)</script>' };
    expect((await report('markup', { data })).exitCode).toBe(0);
    const page = await readFile(at('markup.html'), 'utf8');
    expect(page).not.toContain('<script');
    expect(page).toContain('&lt;script&gt;');
  });

  it.each([
    ['missing.json', 'no such file or folder'],
    ['no.json', 'expected JSON'],
    ['model.json', 'expected format "manabi-run'],
  ])('refuses %s', async (name, fault) => {
    await writeFile(at('no.json'), 'epochs: 3');
    await writeFile(at('model.json'), '{}');
    const { exitCode, stdout, stderr } = await manabi(['report', at(name), '--out', at('x.html')]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 3, stdout: '' });
    expect(stderr).toContain(fault);
  });
});

const executablePath = findChromium();
const reason = executablePath === undefined ? ` (skipped: ${chromiumHelp})` : '';

describe.skipIf(executablePath === undefined)(`the page${reason}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    const args = ['--headless=new', '--no-sandbox'];
    browser = await chromium.launch({ executablePath: executablePath!, args });
  });
  afterAll(() => browser.close());

  it.each([
    {
      language: 'en',
      colorScheme: 'light',
      heading: 'mlp on Drawn digits',
      setting: 'stop after 3 epochs without a better validation loss',
    },
    {
      language: 'ja',
      colorScheme: 'dark',
      heading: '合成した手書き数字を学習したmlp',
      setting: '検証損失が3エポック改善しなければ終了',
    },
  ] as const)(
    'shows everything in $language on a $colorScheme screen, without a request, accessibly',
    async ({ language, colorScheme, heading, setting }) => {
      expect((await report(language, {}, '--language', language)).exitCode).toBe(0);
      const context = await browser.newContext({ colorScheme });
      const page = await context.newPage();
      const requests: string[] = [];
      const faults: string[] = [];
      page.on('request', (request) => requests.push(request.url()));
      page.on('console', (message) => faults.push(message.text()));
      page.on('pageerror', (error) => faults.push(error.message));
      const address = pathToFileURL(at(`${language}.html`)).href;
      await page.goto(address);
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
      expect(requests.filter((url) => !url.startsWith('data:'))).toEqual([address]);
      expect(faults).toEqual([]);
      expect(await page.locator('h1').textContent()).toBe(heading);
      expect(await page.locator('h2').count()).toBe(8);
      expect(await page.locator('.predictions li').count()).toBe(12);
      expect(await page.locator('.predictions svg:visible').count()).toBe(12);
      const facts = (await page.locator('.facts').textContent())!;
      expect(facts).toContain(setting);
      expect(facts).not.toContain('{');
      // Ten bars each: a group with a rectangle to hit and one to see.
      const bars = page.locator(`.predictions .wide .${colorScheme} [data-mark^="class-"]`);
      expect(await bars.count()).toBe(120);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
      await context.close();
    },
  );

  it('shows blue only where the answer is right, and blue beside red where it is wrong', async () => {
    await report('bars', {});
    const page = await browser.newPage();
    await page.goto(pathToFileURL(at('bars.html')).href);
    const [truth, predicted] = ['#1f5fd0', '#d1242f'];
    const cards = page.locator('.predictions li');
    for (const [i, one] of record.test!.predictions.entries()) {
      const fills = await cards
        .nth(i)
        .locator('.wide .light [data-mark^="class-"] rect')
        .evaluateAll((rects) => rects.map((rect) => rect.getAttribute('fill')));
      const visible = fills.filter((fill) => fill !== 'transparent');
      expect(visible).toHaveLength(10);
      expect(visible[one.label]).toBe(truth);
      if (one.predicted !== one.label) expect(visible[one.predicted]).toBe(predicted);
      const expected = one.predicted === one.label ? 0 : 1;
      expect(visible.filter((fill) => fill === predicted)).toHaveLength(expected);
    }
    await page.close();
  });

  it('fits a narrow screen and prints', async () => {
    await report('narrow', {});
    const page = await browser.newPage({ viewport: { width: 360, height: 800 } });
    await page.goto(pathToFileURL(at('narrow.html')).href);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
    // Charts are laid out for this width: their letters, of 11 units and more, are not shrunk.
    const scales = await page
      .locator('svg:visible')
      .evaluateAll((all) =>
        all.map((svg) => svg.clientWidth / (svg as SVGSVGElement).viewBox.baseVal.width),
      );
    expect(scales).toHaveLength(17);
    expect(Math.min(...scales)).toBeGreaterThan(0.95);
    const pdf = await page.pdf({ format: 'A4' });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    await page.close();
  });
});
