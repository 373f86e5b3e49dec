import AxeBuilder from '@axe-core/playwright';
import { chromiumArguments, chromiumHelp, findChromium } from '@manabi/test-utils';
import { chromium, type Browser, type Page } from 'playwright-core';
import { preview, type PreviewServer } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const executablePath = findChromium();
const skipNote = executablePath === undefined ? ` (skipped: ${chromiumHelp})` : '';

/** The built site under a strict policy, as an instructor's host would serve it. */
const policy = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; img-src 'self' data:";

describe.skipIf(executablePath === undefined)(`the built page${skipNote}`, () => {
  let server: PreviewServer;
  let browser: Browser;
  let address = '';

  beforeAll(async () => {
    server = await preview({
      root: new URL('..', import.meta.url).pathname,
      logLevel: 'error',
      preview: { port: 0, headers: { 'Content-Security-Policy': policy } },
    });
    address = server.resolvedUrls?.local[0] ?? '';
    browser = await chromium.launch({ executablePath: executablePath!, args: chromiumArguments });
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  /** Opens the page and collects everything that goes wrong on it. */
  async function open(
    language: string,
    width = 1280,
  ): Promise<{ page: Page; problems: () => string[] }> {
    const context = await browser.newContext({ viewport: { width, height: 800 } });
    const page = await context.newPage();
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') problems.push(message.text());
    });
    await page.goto(`${address}?lang=${language}`);
    await page.getByRole('table').waitFor();
    return { page, problems: () => problems };
  }

  it('trains by keyboard alone to 90 % or more, without an error or a broken rule', async () => {
    const { page, problems } = await open('en');
    await page.getByRole('button', { name: 'Train', exact: true }).focus();
    await page.keyboard.press('Enter');
    const status = page.getByRole('status');
    await expect.poll(() => status.textContent(), { timeout: 90_000 }).toContain('never seen');
    expect(await page.locator('.status').getAttribute('data-phase')).toBe('done');
    const [, percent] = /reads ([\d.]+)%/.exec((await status.textContent()) ?? '') ?? [];
    expect(Number(percent)).toBeGreaterThanOrEqual(90);
    expect(await page.getByRole('listitem').count()).toBe(6);
    expect(problems()).toEqual([]);
    await page.close();
  }, 120_000);

  it('stops on request, keeps what it has learnt, and keeps the keyboard where it is', async () => {
    const { page, problems } = await open('en');
    const focused = () => page.evaluate(() => document.activeElement?.textContent.trim());
    // Twice: a double click begins once and stops nothing.
    await page.getByRole('button', { name: 'Train', exact: true }).dblclick();
    await page.locator('.status[data-phase="training"]').waitFor({ timeout: 60_000 });
    expect(await focused()).toBe('Stop');
    await page.keyboard.press('Enter');
    await page.locator('.status[data-phase="stopped"]').waitFor({ timeout: 60_000 });
    expect(await focused()).toBe('Train again');
    expect(problems()).toEqual([]);
    await page.close();
  }, 120_000);

  it('says when its worker cannot be loaded, and trains once it can', async () => {
    const { page } = await open('en');
    await page.route('**/training-worker*', (route) => route.abort());
    await page.getByRole('button', { name: 'Train', exact: true }).click();
    const status = page.getByRole('status');
    await expect.poll(() => status.textContent()).toContain('could not be loaded');
    await page.unroute('**/training-worker*');
    await page.getByRole('button', { name: 'Train again' }).click();
    await page.locator('.status[data-phase="training"]').waitFor({ timeout: 60_000 });
    await page.close();
  }, 120_000);

  it('switches between English and Japanese and keeps the choice in the address', async () => {
    const { page } = await open('en');
    await page.getByRole('button', { name: '日本語' }).click();
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('ja');
    expect(await page.getByRole('button', { name: '学習を始める' }).isVisible()).toBe(true);
    expect(page.url()).toContain('lang=ja');
    await page.close();
  });

  it.each(['en', 'ja'])('has no axe violations in %s, and fits 360 pixels', async (language) => {
    const { page } = await open(language, 360);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, help }) => `${id}: ${help}`)).toEqual([]);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
    await page.close();
  });
});
