/**
 * @file Frame times of the network visualiser in the built site: hover, training that runs, the
 * exercise's 36 epochs (one epoch of images), and a walk back and forth through its epochs. Prints figures; decides nothing.
 *
 *     npx pnpm --filter @manabi/web build && node apps/web/bench/network-visualiser.mjs [network]
 */
import process from 'node:process';
import { measureFrames, openSite, scrub } from './measure-frames.mjs';

const site = await openSite();
const networks = {
  '4-8-3': 'network?at=3&done=8x0.1',
  '4-16-16-16-3': 'network?at=3&net=16relu-16relu-16relu&done=8x0.1',
  '784-16-10': 'network?at=3&data=synthetic-digits&net=16relu&done=8x0.1',
};
const table = [];
const [wanted = ''] = process.argv.slice(2);
for (const [network, view] of Object.entries(networks)) {
  if (!network.startsWith(wanted)) continue;
  const page = await site.open(view);
  await page.locator('[data-steps="8"]').waitFor();
  const hover = await measureFrames(page, async () => {
    for (let i = 0; i < 60; i++) {
      const { x, y, width, height } = await page
        .locator(`[data-mark="unit-1-${i % 8}"]`)
        .boundingBox();
      await page.mouse.move(x + width / 2, y + height / 2);
    }
  });
  const run = await measureFrames(page, async () => {
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await page.waitForTimeout(2000);
    await page.getByRole('button', { name: 'Pause' }).click();
  });
  const steps = Number(await page.locator('[data-steps]').getAttribute('data-steps'));
  const isImages = network.startsWith('784');
  const [button, added] = isImages ? ['One epoch', 80 - (steps % 80)] : ['36 epochs', 36 * 8];
  const started = performance.now();
  const exercise = await measureFrames(page, async () => {
    await page.getByRole('button', { name: button }).click();
    await page.locator(`[data-steps="${steps + added}"]`).waitFor({ timeout: 120_000 });
  });
  const seconds = ((performance.now() - started) / 1000).toFixed(2);
  if (isImages) {
    // A few more moments to walk through.
    for (let more = 80; more <= 480; more += 80) {
      await page.getByRole('button', { name: button }).click();
      await page.locator(`[data-steps="${steps + added + more}"]`).waitFor({ timeout: 120_000 });
    }
  }
  const scrubbing = await measureFrames(page, () => scrub(page));
  for (const [what, figures] of Object.entries({
    hover,
    run,
    [button]: exercise,
    scrub: scrubbing,
  })) {
    table.push({ network, what, ...figures, ...(what === button ? { seconds } : {}) });
  }
  await page.close();
}
console.table(table);
await site.close();
