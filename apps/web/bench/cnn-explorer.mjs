/**
 * @file Frame times of the CNN explorer in the built site, on the lecture's CNN (32 and 64 feature
 * maps a layer): a pointer that runs over the maps and over what an answer rests on, and the longest
 * task of the page's thread meanwhile, also while the worker covers, derives and compares. Prints
 * figures; decides nothing.
 *
 *     npx pnpm --filter @manabi/web build && node apps/web/bench/cnn-explorer.mjs
 */
import { chromiumArguments, findChromium } from '@manabi/test-utils';
import { chromium } from 'playwright-core';
import { preview } from 'vite';

const server = await preview({
  root: new URL('..', import.meta.url).pathname,
  logLevel: 'error',
  preview: { port: 0 },
});
const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumArguments });
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(`${server.resolvedUrls.local[0]}#/cnn?net=lecture&lang=en`);
  await page.locator('.status[data-phase="ended"]').waitFor({ timeout: 300_000 });
  await page.locator('.maps svg').scrollIntoViewIfNeeded();
  await page.locator('[role="option"]').first().waitFor();
  const maps = await centres(page, '.maps [data-mark^="map-"]');
  const rows = [
    { what: `hover over ${maps.length} maps`, ...(await measure(page, () => point(page, maps))) },
  ];

  await page.locator('.rests').scrollIntoViewIfNeeded();
  await page.locator('.rests li').first().waitFor({ timeout: 120_000 });
  const explained = '.rests[aria-busy="false"]';
  await page.locator(explained).waitFor({ timeout: 120_000 });
  const mistakes = page.locator('[role="option"]');
  const opening = await measure(page, async () => {
    for (let i = 0; i < 5; i++) {
      await mistakes.nth(i).click();
      await page.locator('.rests[aria-busy="true"]').waitFor();
      await page.locator(explained).waitFor({ timeout: 120_000 });
    }
  });
  rows.push({ what: 'open 5 images and explain them', ...opening });
  const board = page.locator('.rests [role="application"]').first();
  await board.scrollIntoViewIfNeeded();
  const { x, y, width, height } = await board.boundingBox();
  const cells = Array.from({ length: 97 }, (_, i) => [
    x + (((i * 13) % 97) / 97) * width,
    y + (i / 97) * height,
  ]);
  rows.push({
    what: 'hover over covered parts',
    ...(await measure(page, () => point(page, cells))),
  });
  console.table(rows);
} finally {
  await browser.close();
  await server.close();
}

/** Middles of the marks that are in view. */
function centres(page, selector) {
  return page.evaluate((wanted) => {
    const marks = globalThis.document.querySelectorAll(wanted);
    return Array.from(marks, (mark) => mark.getBoundingClientRect())
      .map(({ x, y, width, height }) => [x + width / 2, y + height / 2])
      .filter(([, y]) => y > 0 && y < globalThis.innerHeight);
  }, selector);
}

/** Another place with every frame, 240 of them. */
async function point(page, places) {
  for (let i = 0; i < 240; i++) {
    const [x, y] = places[(i * 7) % places.length];
    await page.mouse.move(x, y);
    await page.evaluate(() => new Promise((done) => globalThis.requestAnimationFrame(done)));
  }
}

/** Times between frames, and the longest task, while something is done. */
async function measure(page, act) {
  await page.evaluate(() => {
    const measured = (globalThis.measured_ = { frames: [], tasks: [], goesOn: true });
    measured.observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) measured.tasks.push(duration);
    });
    measured.observer.observe({ type: 'longtask' });
    let last;
    const frame = (now) => {
      if (last !== undefined) measured.frames.push(now - last);
      last = now;
      if (measured.goesOn) globalThis.requestAnimationFrame(frame);
    };
    globalThis.requestAnimationFrame(frame);
  });
  await act();
  const { frames, tasks } = await page.evaluate(() => {
    const { measured_ } = globalThis;
    measured_.goesOn = false;
    measured_.observer.disconnect();
    return { frames: measured_.frames, tasks: measured_.tasks };
  });
  const sorted = [...frames].sort((a, b) => a - b);
  const at = (share) => Number(sorted[Math.floor(share * (sorted.length - 1))].toFixed(1));
  return {
    frames: frames.length,
    'median ms': at(0.5),
    '95 % ms': at(0.95),
    'longest ms': at(1),
    'longest task over 50 ms': tasks.length === 0 ? 'none' : Math.max(...tasks),
  };
}
