/** @file The built site in Chromium, and the times between its frames while something is done. */
import { chromium } from 'playwright-core';
import { preview } from 'vite';

/** The built site and a browser; `close` ends both. */
export async function openSite() {
  const server = await preview({
    root: new URL('..', import.meta.url).pathname,
    logLevel: 'error',
    preview: { port: 0 },
  });
  const executablePath = process.env.MANABI_CHROMIUM ?? '/usr/bin/chromium';
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  return {
    /** A page of 1280 by 900 at a view, such as `network?at=3`. */
    async open(view) {
      const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
      const separator = view.includes('?') ? '&' : '?';
      await page.goto(`${server.resolvedUrls.local[0]}#/${view}${separator}lang=en`);
      return page;
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

/** Times between frames, and the longest task, while something is done for a while. */
export async function measureFrames(page, act) {
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
      // Those that came one or more refreshes of the screen late.
      late: times.filter((time) => time > 25).length,
      longestTask: globalThis.longest_,
    };
  });
}

/** As a hand on the slider of time: another moment with every frame, back and forth. */
export function scrub(page) {
  return page.evaluate(async () => {
    const slider = globalThis.document.querySelector('.scrubber input');
    const last = Number(slider.max);
    for (let i = 0; i < 180; i++) {
      const place = i % (2 * last);
      slider.value = String(place < last ? place : 2 * last - place);
      slider.dispatchEvent(new globalThis.Event('input', { bubbles: true }));
      await new Promise((done) => globalThis.requestAnimationFrame(done));
    }
  });
}
