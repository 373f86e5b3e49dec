/** @file The kernels' threads as workers of a browser's worker, under a strict policy. */
import { chromiumArguments, chromiumHelp, findChromium } from '@manabi/test-utils';
import { syntheticDigits } from '@manabi/datasets';
import { cnn, initializeModel, mlp, type ModelSpec } from '@manabi/models';
import { trainingPlan } from '@manabi/trainer';
import { chromium, type Browser, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createViteServer } from 'vitest/node';
import {
  trainByPlan,
  type PlanTrained,
  type PlanTraining,
} from './browser-threads/train-by-plan.js';

const policy =
  "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; style-src 'self' 'unsafe-inline'";
const isolation = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};
const executablePath = findChromium();
const note = executablePath === undefined ? ` (skipped: ${chromiumHelp})` : '';
const fit = { inputShape: [28, 28, 1], classes: 10 };
const models: [string, ModelSpec][] = [
  ['an MLP', mlp({ ...fit, hidden: [17] })],
  ['a CNN', cnn({ ...fit, filters: [5, 6], dense: 9 })],
];

/** Three batches an epoch: 8, 8 and 7. */
function trainingOf(spec: ModelSpec, threads: number): PlanTraining {
  const { train } = syntheticDigits({ trainSize: 23, testSize: 0, seed: 2 });
  const { weights } = initializeModel(spec, { seed: 1 });
  return {
    plan: trainingPlan(spec, { batchSize: 8 }),
    weights: Object.fromEntries(
      Object.entries(weights).map(([name, values]) => [name, Array.from(values)]),
    ),
    ...{ inputs: Array.from(train.inputs), labels: Array.from(train.labels), epochs: 3, threads },
  };
}

declare const trainInWorker: (training: PlanTraining) => Promise<PlanTrained>;

describe.skipIf(executablePath === undefined)(`in Chromium${note}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: executablePath!, args: chromiumArguments });
  });
  afterAll(() => browser.close());

  describe.each([
    ['isolated', isolation, true],
    ['not isolated', {}, false],
  ])('a page that is %s', (_, headers, isIsolated) => {
    let server: Awaited<ReturnType<typeof createViteServer>>;
    let page: Page;

    beforeAll(async () => {
      server = await createViteServer({
        configFile: false,
        root: new URL('./browser-threads', import.meta.url).pathname,
        logLevel: 'error',
        optimizeDeps: { noDiscovery: true },
        server: {
          ...{ port: 0, hmr: false, ws: false },
          headers: { ...headers, 'Content-Security-Policy': policy },
        },
      });
      await server.listen();
      page = await browser.newPage();
      await page.goto(server.resolvedUrls!.local[0]!);
      await page.waitForFunction(() => 'trainInWorker' in globalThis);
    });
    afterAll(async () => {
      await page.close();
      await server.close();
    });

    it.each(models)(
      'trains %s to the same bits as Node, on 1, 2 and 4 threads',
      async (_, spec) => {
        expect(await page.evaluate(() => crossOriginIsolated)).toBe(isIsolated);
        const { weights } = await trainByPlan(trainingOf(spec, 1));
        for (const threads of [1, 2, 4]) {
          const trained = await page.evaluate(
            (training) => trainInWorker(training),
            trainingOf(spec, threads),
          );
          expect(trained.threads).toBe(isIsolated ? threads : 1);
          expect(trained.weights).toEqual(weights);
        }
      },
    );

    it('computes on one thread where it may not wait, as on its own', async () => {
      const [, spec] = models[0]!;
      const { weights } = await trainByPlan(trainingOf(spec, 1));
      const trained = await page.evaluate(
        (training) =>
          (globalThis as unknown as { trainByPlan: typeof trainInWorker }).trainByPlan(training),
        trainingOf(spec, 4),
      );
      expect(trained).toEqual({ threads: 1, weights });
    });
  });
});
