/**
 * @file Frame times of the CNN explorer in the built site while one goes through its training: the
 * overview, and a convolution that is open. Prints figures; decides nothing.
 *
 *     npx pnpm --filter @manabi/web build && node apps/web/bench/through-time.mjs [view]
 */
import process from 'node:process';
import { measureFrames, openSite, scrub } from './measure-frames.mjs';

const site = await openSite();
const views = {
  'small CNN, all layers': 'cnn',
  'small CNN, one map': 'cnn/conv2/3',
  'lecture, all layers': 'cnn?net=lecture',
  'lecture, one map': 'cnn/conv2/3?net=lecture',
  'lecture, one unit': 'cnn/dense1/3?net=lecture',
};
const table = [];
const [wanted = ''] = process.argv.slice(2);
for (const [view, address] of Object.entries(views)) {
  if (!view.startsWith(wanted)) continue;
  const page = await site.open(address);
  await page.locator('.status[data-phase="ended"]').waitFor({ timeout: 300_000 });
  await page.locator('.scrubber').waitFor();
  // What is asked at the end of training is answered first.
  await page.waitForTimeout(2000);
  // A moment is on show once its answer is there: a mutation of the stage says so.
  await page.evaluate(() => {
    globalThis.shown_ = 0;
    const stage = globalThis.document.querySelector('.answer');
    const seen = { text: '' };
    new globalThis.MutationObserver(() => {
      if (stage.textContent === seen.text) return;
      seen.text = stage.textContent;
      globalThis.shown_++;
    }).observe(stage, { subtree: true, childList: true, characterData: true });
  });
  const started = performance.now();
  const figures = await measureFrames(page, () => scrub(page));
  const seconds = (performance.now() - started) / 1000;
  const shown = await page.evaluate(() => globalThis.shown_);
  table.push({ view, ...figures, momentsPerSecond: Math.round(shown / seconds) });
  await page.close();
}
console.table(table);
await site.close();
