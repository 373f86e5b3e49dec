import { chromiumArguments, chromiumHelp, findChromium } from '@manabi/test-utils';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { build, preview } from 'vite';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { createConsumer, runIn } from './consumer-project.js';
import { libraries } from './packages.js';

const executablePath = findChromium();
const skipNote = executablePath === undefined ? ` (skipped: ${chromiumHelp})` : '';

/** Opens the built page and returns what the consumer's `use()` gave. */
async function resultInChromium(folder: string, browserPath: string): Promise<unknown> {
  const server = await preview({ root: folder, logLevel: 'error', preview: { port: 0 } });
  const browser = await chromium.launch({
    executablePath: browserPath,
    args: chromiumArguments,
  });
  try {
    const page = await browser.newPage();
    await page.goto(server.resolvedUrls?.local[0] ?? '');
    const output = page.locator('#result:not(:empty)');
    return JSON.parse((await output.textContent({ timeout: 60_000 })) ?? '') as unknown;
  } finally {
    await browser.close();
    await server.close();
  }
}

describe.each(libraries)('$name, packed and installed alone', (library) => {
  let folder = '';
  let inNode: unknown;

  beforeAll(async () => {
    folder = await createConsumer(library, inject('tarballs'), inject('workFolder'));
  }, 180_000);

  it('works in plain Node ESM', async () => {
    inNode = JSON.parse(await runIn(folder, process.execPath, ['in-node.js']));
    expect(inNode).toMatchObject({ ok: true });
  });

  it('builds with Vite', async () => {
    await build({ root: folder, logLevel: 'error', build: { target: 'es2022' } });
  }, 120_000);

  it.skipIf(executablePath === undefined)(
    `gives the same result in a page that Vite built${skipNote}`,
    async () => {
      expect(await resultInChromium(folder, executablePath ?? '')).toEqual(inNode);
    },
    120_000,
  );

  it('ships compiled code, declarations, a readme and a licence, and no tests', async () => {
    const files = (await runIn(folder, 'tar', ['-tzf', inject('tarballs')[library.name] ?? '']))
      .trim()
      .split('\n');
    expect(files).toEqual(
      expect.arrayContaining(
        ['package.json', 'README.md', 'LICENSE', 'dist/index.js', 'dist/index.d.ts'].map((file) =>
          join('package', file),
        ),
      ),
    );
    expect(files.filter((file) => /\.test\.|tsbuildinfo|golden/.test(file))).toEqual([]);
  });
});
