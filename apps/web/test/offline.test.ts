/** @file The service worker: without network, with threads, and from one version to the next. */
import { cp, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { describeSite, goTo, type Page } from './site.js';
import { builtSite } from './static-host.js';

/** Waits until the whole site is kept and its worker answers for it. */
async function kept(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null, undefined, {
    timeout: 60_000,
  });
}

const isolatedNow = (page: Page) => page.evaluate(() => crossOriginIsolated);
const heading = (page: Page) => page.getByRole('heading', { level: 1 });

describeSite('the site without network', ({ open, host }) => {
  it('opens with every view after one visit to the front page', async () => {
    const { page, problems } = await open('', { serviceWorker: true });
    await kept(page);
    const context = page.context();
    await context.setOffline(true);
    const asked = host().requests.length;
    await page.reload();
    await page.locator('.status[data-phase="ended"]').waitFor({ timeout: 120_000 });
    const navigation = page.getByRole('navigation', { name: 'Main menu' });
    await navigation.getByRole('button', { name: 'Lessons' }).click();
    const links = await navigation.getByRole('link').all();
    expect(links.length).toBeGreaterThan(7);
    for (const link of links) {
      const address = await link.getAttribute('href');
      const view = await context.newPage();
      await view.goto(`${host().address}${address ?? ''}`);
      await heading(view).waitFor();
      expect(await view.getByRole('alert').count(), address ?? '').toBe(0);
      await view.close();
    }
    // The browser itself looks for a new version, which no page waits for.
    const later = host().requests.slice(asked);
    expect(later.filter((name) => name !== 'service-worker.js')).toEqual([]);
    expect(problems).toEqual([]);
    await context.close();
  }, 240_000);

  it('keeps every built file, and no data set', async () => {
    const files = await readdir(builtSite, { recursive: true, withFileTypes: true });
    const names = files
      .filter((file) => file.isFile() && !['service-worker.js', '_headers'].includes(file.name))
      .map((file) => join(file.parentPath, file.name).slice(builtSite.length + 1))
      .filter((name) => !name.startsWith('data/'));
    const script = await readFile(join(builtSite, 'service-worker.js'), 'utf8');
    expect(names.length).toBeGreaterThan(20);
    expect(names.filter((name) => !script.includes(name))).toEqual([]);
    expect(script).not.toContain('data/');
  });
});

describeSite('threads where the host sends no headers', ({ open }) => {
  it('come with the next lesson, and the address stays as it is', async () => {
    const { page, problems } = await open('', { serviceWorker: true });
    expect(await isolatedNow(page)).toBe(false);
    await kept(page);
    let loads = 0;
    page.on('load', () => loads++);
    await goTo(page, 'Neuron');
    await expect.poll(() => loads).toBe(1);
    await heading(page).waitFor();
    expect(await isolatedNow(page)).toBe(true);
    expect(page.url()).toContain('#/neuron?lang=en');
    await page.getByRole('link', { name: 'Next lesson' }).click();
    await page.getByRole('link', { name: 'manabi 学び' }).click();
    await page.locator('.status[data-phase="ended"]').waitFor({ timeout: 120_000 });
    expect(loads).toBe(1);
    expect(problems).toEqual([]);
    await page.context().close();
  }, 180_000);

  it('are not worth a run: once a view that may hold one was open, the reader decides', async () => {
    const { page } = await open('computer', { serviceWorker: true });
    await kept(page);
    await page.evaluate(() => Object.assign(globalThis, { stayed: true }));
    await goTo(page, 'Neuron');
    await page.getByRole('heading', { name: 'What one neuron computes' }).waitFor();
    await page.getByRole('link', { name: 'What this browser computes with' }).click();
    expect(await page.evaluate(() => 'stayed' in globalThis)).toBe(true);
    await page.getByRole('button', { name: 'Reload now' }).click();
    await page.waitForFunction(() => !('stayed' in globalThis));
    await page.getByText(/up to \d+ threads|single processor core/).waitFor();
    expect(await isolatedNow(page)).toBe(true);
    await page.context().close();
  });

  it('do not come, and nothing reloads again, when a reload did not help', async () => {
    const { page } = await open('', {
      serviceWorker: true,
      prepare: async (fresh) => {
        await fresh.addInitScript(() => {
          Object.defineProperty(globalThis, 'crossOriginIsolated', { value: false });
        });
      },
    });
    await kept(page);
    let loads = 0;
    page.on('load', () => loads++);
    await goTo(page, 'Neuron');
    await expect.poll(() => loads).toBe(1);
    await goTo(page, 'Images');
    await page.getByRole('heading', { level: 1, name: /numbers/ }).waitFor();
    await goTo(page, 'Neuron');
    await page.getByRole('heading', { name: 'What one neuron computes' }).waitFor();
    expect(loads).toBe(1);
    await page.context().close();
  });
});

describeSite('a new version', ({ open, host }) => {
  it('waits for the reader, and open pages of the old one go on', async () => {
    const next = await mkdtemp(join(tmpdir(), 'manabi-site-'));
    await cp(builtSite, next, { recursive: true });
    // Another name for the lesson's file, as a changed lesson has, and the page to tell them apart.
    const names = await readdir(join(next, 'assets'));
    const lesson = names.find((name) => /^neuron-.*\.js$/.test(name))!;
    const renamed = lesson.replace('neuron-', 'neuron-of-next-');
    await cp(join(next, 'assets', lesson), join(next, 'assets', renamed));
    await rm(join(next, 'assets', lesson));
    for (const name of names.filter((each) => each.endsWith('.js') && each !== lesson)) {
      const file = join(next, 'assets', name);
      await writeFile(file, (await readFile(file, 'utf8')).replaceAll(lesson, renamed));
    }
    const page = join(next, 'index.html');
    await writeFile(page, `${await readFile(page, 'utf8')}<!-- next -->`);
    const script = join(next, 'service-worker.js');
    await writeFile(
      script,
      (await readFile(script, 'utf8'))
        .replaceAll(lesson, renamed)
        .replace(/"revision":"\w+"(,"url":"index\.html")/, '"revision":"next"$1'),
    );

    const { page: old, problems } = await open('', { serviceWorker: true });
    await kept(old);
    const context = old.context();
    host().serve(next);
    const second = await context.newPage();
    await second.goto(`${host().address}#/computer?lang=en`);
    const notice = (view: Page) => view.getByText('A new version of this site is ready.');
    await notice(second).waitFor();
    await notice(old).waitFor();
    const isNext = (view: Page) =>
      view.evaluate(async () => (await (await fetch('./index.html')).text()).includes('<!-- next'));
    expect(await isNext(second)).toBe(false);

    await old.getByRole('button', { name: 'Later' }).click();
    expect(await notice(old).count()).toBe(0);
    // A question asked of a page that is being replaced may never be answered.
    const replaced = second.waitForEvent('load');
    await second.getByRole('button', { name: 'Reload' }).click();
    await replaced;
    expect(await isNext(second)).toBe(true);
    await heading(second).waitFor();
    expect(await notice(second).count()).toBe(0);

    // The old page finds the old lesson, which the host no longer has.
    await old.evaluate(() => sessionStorage.setItem('manabi.reloaded', '1'));
    await goTo(old, 'Neuron');
    await old.getByRole('heading', { name: 'What one neuron computes' }).waitFor();
    expect(problems).toEqual([]);

    // Alone again, the new version forgets the files of the old one.
    await old.close();
    await second.reload();
    await heading(second).waitFor();
    await expect
      .poll(() =>
        second.evaluate(async (name) => {
          const [key] = (await caches.keys()).filter((each) => each.includes('precache'));
          const files = await (await caches.open(key!)).keys();
          return files.some(({ url }) => url.endsWith(name));
        }, lesson),
      )
      .toBe(false);
    await context.close();
    await rm(next, { recursive: true });
  }, 120_000);
});
