/** @file What a first visit transfers until the front page's network learns. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { expect, it } from 'vitest';
import { describeSite } from './site.js';
import { builtSite } from './static-host.js';

const pack = promisify(gzip);

/** Bytes of JavaScript, packed as a host sends it. */
const mostJavaScript = 200_000;

describeSite('the first load', ({ open, host }) => {
  it('needs less than 200 kB of JavaScript until training starts', async () => {
    const { page } = await open('');
    await page.locator('.status[data-phase="running"]').waitFor({ timeout: 60_000 });
    const scripts = [...new Set(host().requests)].filter((name) => name.endsWith('.js'));
    await page.context().close();
    const sizes = await Promise.all(
      scripts.map(async (name) => {
        const packed = await pack(await readFile(join(builtSite, name)));
        return [packed.length, name] as const;
      }),
    );
    const total = sizes.reduce((sum, [size]) => sum + size, 0);
    const list = sizes
      .sort(([a], [b]) => b - a)
      .map(([size, name]) => `${size} ${name}`)
      .join('\n');
    expect(scripts.length).toBeGreaterThan(3);
    expect(total, `JavaScript of the first load:\n${list}`).toBeLessThan(mostJavaScript);
  });
});
