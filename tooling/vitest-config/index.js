/**
 * @file One test preset for every package: Node always, Chromium where there is one.
 * Files named `*.browser.test.ts` run in the browser only, all others in Node only.
 */
import { chromiumArguments, chromiumHelp, findChromium } from '@manabi/test-utils';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';

const node = {
  extends: true,
  test: {
    name: 'node',
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    exclude: ['**/*.browser.test.ts', '**/node_modules/**'],
  },
};

/** @param {string} executablePath */
function chromium(executablePath) {
  return {
    extends: true,
    test: {
      name: 'chromium',
      include: ['src/**/*.browser.test.ts', 'test/**/*.browser.test.ts'],
      browser: {
        enabled: true,
        headless: true,
        screenshotFailures: false,
        provider: playwright({ launchOptions: { executablePath, args: chromiumArguments } }),
        instances: [{ browser: 'chromium' }],
      },
    },
  };
}

/**
 * @param {object} [options]
 * @param {boolean} [options.browser] whether the package has browser tests; default false
 * @param {string[]} [options.execArgv] flags for Node
 * @param {import('vitest/config').ViteUserConfig} [options.vite] settings of Vite beside the tests
 */
export function manabiTests({ browser = false, execArgv = [], vite = {} } = {}) {
  const executablePath = browser ? findChromium() : undefined;
  if (browser && executablePath === undefined) {
    console.log(`Browser tests skipped: ${chromiumHelp}`);
  }
  return defineConfig({
    ...vite,
    test: {
      projects: executablePath === undefined ? [node] : [node, chromium(executablePath)],
      reporters: ['default', ['json', { outputFile: 'test-results/results.json' }]],
      execArgv,
      testTimeout: 60_000,
      hookTimeout: 60_000,
      // A loaded machine answers late; what never comes still fails.
      expect: { poll: { timeout: 30_000 } },
    },
  });
}
