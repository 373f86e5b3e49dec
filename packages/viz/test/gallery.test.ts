import { AxeBuilder } from '@axe-core/playwright';
import { chromiumHelp, findChromium } from '@manabi/test-utils';
import { chromium, type Browser } from 'playwright-core';
import { createServer, type ViteDevServer } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { examples } from './examples/index.js';

const executablePath = findChromium();
const file = (path: string) => new URL(`../${path}`, import.meta.url).pathname;

const reason = executablePath === undefined ? ` (skipped: ${chromiumHelp})` : '';

describe.skipIf(executablePath === undefined)(`the gallery${reason}`, { timeout: 180_000 }, () => {
  let server: ViteDevServer;
  let browser: Browser;

  beforeAll(async () => {
    server = await createServer({
      configFile: file('gallery/vite.config.ts'),
      logLevel: 'error',
      server: { host: '127.0.0.1', port: 0 },
    });
    await server.listen();
    // Nothing here needs the GPU flags of the other browser tests.
    const args = ['--headless=new', '--no-sandbox'];
    browser = await chromium.launch({ executablePath: executablePath!, args });
  });

  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  it.each([
    ['light', 'en'],
    ['dark', 'ja'],
  ])(
    'shows every chart on a %s page in %s, accessibly and without errors',
    async (theme, locale) => {
      const context = await browser.newContext({ viewport: { width: 1200, height: 900 } });
      const page = await context.newPage();
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error') errors.push(message.text());
      });
      await page.goto(`${server.resolvedUrls!.local[0]!}#theme=${theme}&locale=${locale}`);
      await page
        .locator('section')
        .nth(examples.length - 1)
        .waitFor();
      for (const { name } of examples) {
        expect(await page.locator(`section[id="${name}"] figure svg`).count(), name).toBe(1);
      }
      // Contrast has a test of its own, which knows what lies under each text.
      const axe = new AxeBuilder({ page }).disableRules('color-contrast');
      const { violations } = await axe.analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
      expect(errors).toEqual([]);
      await context.close();
    },
  );

  it('redraws a chart in place when a control changes', async () => {
    const page = await browser.newPage();
    await page.goto(server.resolvedUrls!.local[0]!);
    const section = page.locator('section[id="convolution-step"]');
    const svg = section.locator('svg');
    const before = await svg.evaluateHandle((element) => element);
    await section.locator('input[type=range]').first().fill('4');
    expect(await section.locator('[data-mark=sum]').textContent()).toBe('Σ = 3');
    expect(await section.locator('p').textContent()).toContain('row 1, column 1');
    expect(await svg.evaluate((element, old) => element === old, before)).toBe(true);
    await page.close();
  });
});
