/** @file What a first visit transfers until the front page's network learns. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { expect, it } from 'vitest';
import { describeSite } from './site.js';
import { builtSite } from './static-host.js';

const pack = promisify(gzip);

/** Bytes, packed as a host sends them. */
const mostJavaScript = 200_000;
const mostInAll = 400_000;

const sum = (sizes: readonly (readonly [number, string])[]) =>
  sizes.reduce((total, [size]) => total + size, 0);

describeSite('the first load', ({ open, host }) => {
  it('needs less than 200 kB of JavaScript, and 400 kB in all, until training starts', async () => {
    const { page } = await open('');
    await page.locator('.status[data-phase="running"]').waitFor({ timeout: 60_000 });
    const names = [...new Set(host().requests)];
    await page.context().close();
    const sizes = await Promise.all(
      names.map(async (name) => {
        const packed = await pack(await readFile(join(builtSite, name || 'index.html')));
        return [packed.length, name] as const;
      }),
    );
    sizes.sort(([a], [b]) => b - a);
    const scripts = sizes.filter(([, name]) => name.endsWith('.js'));
    const list = sizes.map(([size, name]) => `${size} ${name}`).join('\n');
    console.log(`First load, gzip: ${sum(scripts)} bytes of JavaScript, ${sum(sizes)} in all`);
    expect(scripts.length).toBeGreaterThan(3);
    expect(sum(scripts), list).toBeLessThan(mostJavaScript);
    expect(sum(sizes), list).toBeLessThan(mostInAll);
  });
});
