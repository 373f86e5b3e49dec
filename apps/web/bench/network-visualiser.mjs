/**
 * @file Frame times of the network visualiser in the built site: hover, training that runs, the
 * exercise's 36 epochs (one epoch of images), and a walk back and forth through its epochs. Prints figures; decides nothing.
 *
 *     npx pnpm --filter @manabi/web build && node apps/web/bench/network-visualiser.mjs
 */
import { chromium } from 'playwright-core';
import { preview } from 'vite';

const server = await preview({
  root: new URL('..', import.meta.url).pathname,
  logLevel: 'error',
  preview: { port: 0 },
});
const executablePath = process.env.MANABI_CHROMIUM ?? '/usr/bin/chromium';
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });

/** Times between frames, and the longest task, while something is done for a while. */
async function measure(page, act) {
  await page.evaluate(() => {
    globalThis.frames_ = [];
    globalThis.longest_ = 0;
    globalThis.observer_ = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) {
        globalThis.longest_ = Math.max(globalThis.longest_, duration);
      }
    });
    globalThis.observer_.observe({ entryTypes: ['longtask'] });
    let last;
    const counting = (globalThis.counting_ = { goesOn: true, frames: globalThis.frames_ });
    const tick = (now) => {
      if (last !== undefined) counting.frames.push(now - last);
      last = now;
      if (counting.goesOn) globalThis.requestAnimationFrame(tick);
    };
    globalThis.requestAnimationFrame(tick);
  });
  await act();
  return page.evaluate(() => {
    globalThis.counting_.goesOn = false;
    globalThis.observer_.disconnect();
    const times = globalThis.frames_.toSorted((a, b) => a - b);
    const at = (share) => times[Math.floor(share * (times.length - 1))]?.toFixed(1);
    return {
      frames: times.length,
      median: at(0.5),
      p95: at(0.95),
      longestTask: globalThis.longest_,
    };
  });
}

const networks = {
  '4-8-3': 'network?at=3&done=8x0.1',
  '4-16-16-16-3': 'network?at=3&net=16relu-16relu-16relu&done=8x0.1',
  '784-16-10': 'network?at=3&data=synthetic-digits&net=16relu&done=8x0.1',
};
const table = [];
for (const [network, view] of Object.entries(networks)) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(`${server.resolvedUrls.local[0]}#/${view}&lang=en`);
  await page.locator('[data-steps="8"]').waitFor();
  const hover = await measure(page, async () => {
    for (let i = 0; i < 60; i++) {
      const { x, y, width, height } = await page
        .locator(`[data-mark="unit-1-${i % 8}"]`)
        .boundingBox();
      await page.mouse.move(x + width / 2, y + height / 2);
    }
  });
  const run = await measure(page, async () => {
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await page.waitForTimeout(2000);
    await page.getByRole('button', { name: 'Pause' }).click();
  });
  const steps = Number(await page.locator('[data-steps]').getAttribute('data-steps'));
  const isImages = network.startsWith('784');
  const [button, added] = isImages ? ['One epoch', 80 - (steps % 80)] : ['36 epochs', 36 * 8];
  const started = performance.now();
  const exercise = await measure(page, async () => {
    await page.getByRole('button', { name: button }).click();
    await page.locator(`[data-steps="${steps + added}"]`).waitFor({ timeout: 120_000 });
  });
  const seconds = ((performance.now() - started) / 1000).toFixed(2);
  if (isImages) {
    // A few more moments to walk through.
    for (let epoch = 2; epoch <= 8; epoch++) {
      await page.getByRole('button', { name: button }).click();
      await page.locator(`[data-steps="${80 * epoch}"]`).waitFor({ timeout: 120_000 });
    }
  }
  const scrub = await measure(page, async () => {
    // As a hand on the slider: another moment with every frame.
    await page.evaluate(async () => {
      const slider = globalThis.document.querySelector('.scrubber input');
      const last = Number(slider.max);
      for (let i = 0; i < 180; i++) {
        const place = i % (2 * last);
        slider.value = String(place < last ? place : 2 * last - place);
        slider.dispatchEvent(new globalThis.Event('input', { bubbles: true }));
        await new Promise((done) => globalThis.requestAnimationFrame(done));
      }
    });
  });
  for (const [what, figures] of Object.entries({ hover, run, [button]: exercise, scrub })) {
    table.push({ network, what, ...figures, ...(what === button ? { seconds } : {}) });
  }
  await page.close();
}
console.table(table);
await browser.close();
await server.close();
