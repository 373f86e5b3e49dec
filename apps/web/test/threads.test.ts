/** @file Training on several threads in the built site, as the browser's own process tells. */
import { readFile, readdir } from 'node:fs/promises';
import process from 'node:process';
import { expect, it } from 'vitest';
import { describeSite, type Page } from './site.js';

const isolation = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};
const run = 'lab/train?d=synthetic-digits:5000,500,1&epochs=40&backend=wasm&threads=2';

/** Processor time of each thread that runs a web worker, in ticks; Linux says it. */
async function workerTicks(page: Page): Promise<number[]> {
  const session = await page.context().browser()!.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const renderers = processInfo.filter(({ type }) => type === 'renderer');
  const ticks = await Promise.all(
    renderers.map(async ({ id }) => {
      const threads = await readdir(`/proc/${id}/task`);
      return Promise.all(
        threads.map(async (thread) => {
          // A thread that ended in between is gone from /proc.
          const stat = await readFile(`/proc/${id}/task/${thread}/stat`, 'utf8').catch(() => '');
          // proc_pid_stat(5): the name in brackets, then field 3; user time is field 14.
          const [, name, rest = ''] = /\((.*)\) (.*)/.exec(stat) ?? [];
          return name?.startsWith('DedicatedWorker') ? Number(rest.split(' ')[11]) : 0;
        }),
      );
    }),
  );
  return ticks.flat().filter((used) => used > 0);
}

/** Trains in the lab and expects two threads of workers to have computed. */
async function expectTwoThreads(page: Page): Promise<void> {
  await page.locator('[data-phase="ready"]').first().waitFor({ timeout: 120_000 });
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  const before = await workerTicks(page);
  expect(before.length).toBeLessThan(2);
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await page.getByText('WebAssembly, own kernels, 2 threads').waitFor({ timeout: 120_000 });
  await expect
    .poll(async () => (await workerTicks(page)).length, { timeout: 120_000 })
    .toBeGreaterThanOrEqual(2);
}

const onLinux = process.platform === 'linux';

describeSite(
  'threads where the host sends the headers of isolation',
  ({ open }) => {
    it.skipIf(!onLinux)(
      'compute from the first visit on',
      async () => {
        const { page, problems } = await open(run);
        await expectTwoThreads(page);
        expect(problems).toEqual([]);
        await page.context().close();
      },
      300_000,
    );
  },
  { headers: isolation },
);

describeSite('threads through the service worker', ({ open }) => {
  it.skipIf(!onLinux)(
    'compute from the second load on',
    async () => {
      const { page, problems } = await open('computer', { serviceWorker: true });
      expect(await page.evaluate(() => crossOriginIsolated)).toBe(false);
      await page.waitForFunction(() => navigator.serviceWorker.controller !== null, undefined, {
        timeout: 60_000,
      });
      await page.goto(page.url().replace(/#.*/, `#/${run}&lang=en`));
      await page.reload();
      await expectTwoThreads(page);
      expect(problems).toEqual([]);
      await page.context().close();
    },
    300_000,
  );
});
