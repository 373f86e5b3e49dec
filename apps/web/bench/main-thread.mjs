/**
 * @file Prints how busy a page keeps its own thread while it trains: its longest tasks with the
 * scripts in them, and how evenly frames come. `node bench/main-thread.mjs [view]`, in apps/web, after
 * a build; the front page without a view.
 */
import process from 'node:process';
import { chromiumArguments, findChromium } from '@manabi/test-utils';
import { chromium } from 'playwright-core';
import { preview } from 'vite';

const [view = ''] = process.argv.slice(2);
const server = await preview({ logLevel: 'error', preview: { port: 0 } });
const browser = await chromium.launch({
  executablePath: findChromium(),
  args: chromiumArguments,
});
const page = await browser.newPage({ serviceWorkers: 'block' });
await page.addInitScript(() => {
  const seen = { tasks: [], frames: [] };
  Object.assign(globalThis, { seen });
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries())
      seen.tasks.push({ startTime, duration });
  }).observe({ type: 'longtask', buffered: true });
  new PerformanceObserver((list) => {
    for (const { startTime, duration, scripts } of list.getEntries()) {
      const parts = scripts.map(
        ({ duration, invoker, sourceURL }) =>
          `${Math.round(duration)} ms ${invoker} ${sourceURL.split('/').at(-1)}`,
      );
      seen.frames.push({ startTime, duration, parts });
    }
  }).observe({ type: 'long-animation-frame', buffered: true });
  const { requestAnimationFrame } = globalThis;
  let last;
  const gaps = [];
  Object.assign(globalThis, { gaps });
  const tick = (now) => {
    if (last !== undefined) gaps.push(now - last);
    last = now;
    requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
});
await page.goto(`${server.resolvedUrls.local[0]}#/${view}`);
if (view === '') await page.locator('.status[data-phase="ended"]').waitFor({ timeout: 120_000 });
else await page.waitForTimeout(10_000);

const { tasks, frames, gaps, paint, trained } = await page.evaluate(() => ({
  ...globalThis.seen,
  gaps: globalThis.gaps,
  paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
  trained: performance.now(),
}));
await browser.close();
await server.close();

const ms = (value) => `${value.toFixed(0)} ms`;
const sorted = gaps.sort((a, b) => a - b);
const quantile = (share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
console.log(`first content after ${ms(paint)}, all done after ${ms(trained)}`);
console.log(`time between frames: median ${ms(quantile(0.5))}, 99 % ${ms(quantile(0.99))}`);
console.log(
  `tasks over 50 ms: ${tasks.length}, the longest ${ms(Math.max(0, ...tasks.map(({ duration }) => duration)))}`,
);
for (const { startTime, duration, parts } of frames
  .sort((a, b) => b.duration - a.duration)
  .slice(0, 8)) {
  console.log(
    `  frame at ${ms(startTime)}: ${ms(duration)}${parts.map((part) => `\n    ${part}`).join('')}`,
  );
}
