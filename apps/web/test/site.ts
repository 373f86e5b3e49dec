/** @file The built site in Chromium, under the policy that it states, for the tests of its pages. */
import AxeBuilder from '@axe-core/playwright';
import { chromiumArguments, chromiumHelp, findChromium } from '@manabi/test-utils';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe } from 'vitest';
import { contentSecurityPolicy } from '../build/content-security-policy.ts';
import { startHost, type Host, type HostOptions } from './static-host.js';

export type { Page } from 'playwright-core';

export interface OpenOptions {
  /** Default `en`. */
  readonly language?: 'en' | 'ja';
  /** Default 1280. */
  readonly width?: number;
  /** Default `light`. */
  readonly scheme?: 'light' | 'dark';
  readonly reducedMotion?: boolean;
  /** Whether one points with a finger alone. Default false. */
  readonly touch?: boolean;
  /** Pixels of a screenshot per pixel of the page. Default 1. */
  readonly scale?: number;
  /** Whether the site may keep itself in the browser; default false, which is quicker. */
  readonly serviceWorker?: boolean;
  /** Before the page is opened, such as to refuse a file. */
  readonly prepare?: (page: Page) => Promise<void>;
}

export interface OpenPage {
  readonly page: Page;
  /** Errors, warnings and refused requests so far; a good page has none. */
  readonly problems: readonly string[];
}

export interface Site {
  /** Where the built site lies; from the first test on. */
  readonly host: () => Host;
  /** Opens a view, such as `neuron?b=1`, or the front page with an empty name. */
  readonly open: (view: string, options?: OpenOptions) => Promise<OpenPage>;
}

/**
 * Tests against the built site; skipped where there is no Chromium.
 *
 * @param host - how it is served; default under a path, with its policy as a header, too.
 */
export function describeSite(
  name: string,
  tests: (site: Site) => void,
  host: HostOptions = {},
): void {
  const executablePath = findChromium();
  const note = executablePath === undefined ? ` (skipped: ${chromiumHelp})` : '';
  describe.skipIf(executablePath === undefined)(`${name}${note}`, () => {
    let server: Host;
    let browser: Browser;

    beforeAll(async () => {
      const headers = { 'Content-Security-Policy': contentSecurityPolicy, ...host.headers };
      server = await startHost({ ...host, headers });
      browser = await chromium.launch({
        executablePath: executablePath!,
        args: chromiumArguments,
      });
    });
    afterAll(async () => {
      await browser.close();
      await server.close();
    });

    async function open(view: string, options: OpenOptions = {}): Promise<OpenPage> {
      const { language = 'en', width = 1280, scheme = 'light', reducedMotion = false } = options;
      const context = await browser.newContext({
        viewport: { width, height: 900 },
        deviceScaleFactor: options.scale ?? 1,
        colorScheme: scheme,
        reducedMotion: reducedMotion ? 'reduce' : 'no-preference',
        hasTouch: options.touch ?? false,
        isMobile: options.touch ?? false,
        serviceWorkers: options.serviceWorker === true ? 'allow' : 'block',
      });
      const page = await context.newPage();
      const problems: string[] = [];
      page.on('pageerror', (error) => problems.push(error.message));
      page.on('console', (message) => {
        if (!['error', 'warning'].includes(message.type())) return;
        // What the test itself blocks is no problem of the page.
        if (!message.text().startsWith('Service Worker registration blocked')) {
          problems.push(message.text());
        }
      });
      page.on('request', (request) => {
        const url = request.url();
        if (!url.startsWith(server.address) && !/^(blob|data):/.test(url))
          problems.push(`asked ${url}`);
      });
      await options.prepare?.(page);
      const query = `${view.includes('?') ? '&' : '?'}lang=${language}`;
      await page.goto(`${server.address}#/${view}${query}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      return { page, problems };
    }

    tests({ open, host: () => server });
  });
}

/** Follows a link of the header as a reader does: lessons lie behind a button. */
export async function goTo(page: Page, title: string): Promise<void> {
  const navigation = page.getByRole('navigation', { name: 'Main menu' });
  const link = navigation.getByRole('link', { name: title });
  if (!(await link.isVisible())) await navigation.getByRole('button').click();
  await link.click();
}

export interface Appearance {
  readonly language?: 'en' | 'ja';
  readonly scheme?: 'light' | 'dark';
}

/** Shows the open view in another language or in other colours, as its own switches do. */
export async function showAs(page: Page, { language, scheme }: Appearance): Promise<void> {
  if (scheme !== undefined) await page.emulateMedia({ colorScheme: scheme });
  if (language !== undefined) {
    await page.evaluate((lang) => {
      location.hash = location.hash.replace(/([?&]lang=)\w+/, `$1${lang}`);
    }, language);
    await page.locator(`html[lang="${language}"]`).waitFor();
  }
  if (scheme !== undefined) await page.locator(`html[data-scheme="${scheme}"]`).waitFor();
  await settled(page);
}

/** Waits until nothing is being fetched and what follows from a change has been drawn. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  );
}

/** Broken rules of accessibility, as `rule: what to do (where)`. */
export async function axeViolations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help} (${nodes.map(({ target }) => String(target)).join(' ')})`,
  );
}

/** Pixels by which the page is wider than its window. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
}
