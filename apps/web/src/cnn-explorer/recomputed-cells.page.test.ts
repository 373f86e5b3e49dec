/**
 * @file A hundred random cells, units and classes recomputed by hand from the weights and inputs
 * that the page was given, against what it shows.
 */
import { expect, it } from 'vitest';
import { describeSite, type Page } from '../../test/site.js';
import type { ExampleActivations, Network } from '../training/model-queries.js';

interface LayerData {
  readonly name: string;
  readonly type: string;
  readonly inputShape: readonly number[];
  readonly outputShape: readonly number[];
}

/** What the worker told the page. */
interface Heard {
  readonly layers: readonly LayerData[];
  readonly weights: Readonly<Record<string, readonly number[]>>;
  /** Of each layer, in order. */
  readonly inputs: readonly (readonly number[])[];
  readonly logits: readonly number[];
}

interface Overheard {
  readonly network: Network;
  readonly activations: ExampleActivations;
}

/** Listens to the worker's answers, before the page does anything. */
async function overhear(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const heard: Record<string, unknown> = {};
    Object.assign(globalThis, { heard });
    globalThis.Worker = class extends Worker {
      constructor(...options: ConstructorParameters<typeof Worker>) {
        super(...options);
        this.addEventListener('message', ({ data }: MessageEvent<{ value?: object | null }>) => {
          const value = data.value ?? {};
          if ('resolved' in value) heard.network = value;
          if ('logits' in value) heard.activations = value;
        });
      }
    };
  });
}

function readHeard(page: Page): Promise<Heard> {
  return page.evaluate(() => {
    const { network, activations } = (globalThis as unknown as { heard: Overheard }).heard;
    const list = (values: Float32Array) => Array.from(values);
    return {
      layers: network.resolved.layers,
      weights: Object.fromEntries(
        Object.entries(network.weights).map(([name, values]) => [name, list(values)]),
      ),
      inputs: [list(activations.input), ...activations.layers.map(({ output }) => list(output))],
      logits: list(activations.logits),
    };
  });
}

/** Numbers as the page writes them. */
const read = (texts: readonly string[]) =>
  texts.map((text) => Number(text.replace('−', '-').replace(/[()%]/g, '')));
const units = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + Math.round(value * 10_000), 0);

/** A generator of whole numbers below a limit, the same in every run. */
function whole(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

describeSite('numbers in the CNN explorer', ({ open }) => {
  it('are those of the model: a hundred random ones, by hand', async () => {
    const { page } = await open('cnn', { prepare: overhear, reducedMotion: true });
    await page.locator('.status[data-phase="ended"]').waitFor({ timeout: 120_000 });
    await page.locator('button.wrong, li button').first().waitFor();
    // The last answers are those of the trained network.
    await expect
      .poll(async () => (await readHeard(page)).layers.length, { timeout: 30_000 })
      .toBeGreaterThan(0);
    await page.waitForTimeout(500);
    const { layers, weights, inputs, logits } = await readHeard(page);
    const random = whole(7);
    const shown = async (name: string) =>
      read(await page.locator(`[data-sum="${name}"]`).allTextContents());
    const go = async (path: string) => {
      await page.evaluate((hash) => (location.hash = hash), `#/cnn/${path}`);
      await page.waitForFunction((wanted) => {
        const at = document.querySelector('.stage')?.getAttribute('data-level');
        return at === wanted;
      }, path.split('?')[0]!);
    };
    const relu = (value: number) => Math.max(0, value);
    const close = (found: number | undefined, exact: number) =>
      expect(found, `${exact}`).toBe(Number(exact.toFixed(4)) + 0);

    let checked = 0;
    for (const [index, layer] of layers.entries()) {
      const input = inputs[index]!;
      const [height = 1, width = 1, channels = 1] = layer.inputShape;
      const [rows = 1, columns = 1, maps = 1] = layer.outputShape;
      for (let n = 0; n < 20; n++) {
        if (layer.type === 'conv2d' || layer.type === 'maxPooling2d') {
          const [row, column, map] = [random(rows), random(columns), random(maps)];
          const channel = random(channels);
          await go(`${layer.name}/${map}/cell?at=${row},${column}&ch=${channel}`);
          await expect
            .poll(() => page.locator('[data-cell]').getAttribute('data-cell'))
            .toBe(`${row},${column}`);
          if (layer.type === 'maxPooling2d') {
            const window = [0, 1].flatMap((y) =>
              [0, 1].map((x) => input[((2 * row + y) * width + 2 * column + x) * channels + map]!),
            );
            close((await shown('result'))[0], Math.max(...window));
          } else {
            const filter = weights[`${layer.name}/filter`]!;
            const bias = weights[`${layer.name}/bias`]![map]!;
            let sum = bias;
            for (let c = 0; c < channels; c++) {
              let part = 0;
              for (let y = 0; y < 3; y++) {
                for (let x = 0; x < 3; x++) {
                  const place = ((row + y) * width + column + x) * channels + c;
                  part += input[place]! * filter[((3 * y + x) * channels + c) * maps + map]!;
                }
              }
              sum += part;
            }
            close((await shown('total'))[0], sum);
            close((await shown('bias'))[0], bias);
            close((await shown('result'))[0], relu(sum));
            const parts = await shown('part');
            expect(parts).toHaveLength(channels);
            expect(units([...parts, ...(await shown('bias'))])).toBe(units(await shown('total')));
            // The products on the page add up to the channel's part.
            const products = read(
              await page.locator('table').nth(2).locator('td').allTextContents(),
            );
            expect(units(products)).toBe(units([parts[channels === 1 ? 0 : channel]!]));
            expect(height).toBeGreaterThan(row + 2);
          }
        } else if (layer.type === 'dense') {
          const unitCount = layer.outputShape[0]!;
          const unit = random(unitCount);
          await go(`${layer.name}/${unit}`);
          const kernel = weights[`${layer.name}/kernel`]!;
          const sum = input.reduce(
            (total, value, i) => total + value * kernel[i * unitCount + unit]!,
            weights[`${layer.name}/bias`]![unit]!,
          );
          close((await shown('total'))[0], sum);
          const isLast = index === layers.length - 1;
          close((await shown('result'))[0], isLast ? sum : relu(sum));
          const parts = [...(await shown('part')), ...(await shown('bias'))];
          expect(units(parts)).toBe(units(await shown('total')));
        } else continue;
        checked++;
      }
    }

    const total = logits.reduce((sum, logit) => sum + Math.exp(logit), 0);
    for (let unit = 0; unit < 10; unit++) {
      await go(`softmax/${unit}`);
      const [percent] = await shown('result');
      // Rounded so that all add up to 100: less than a unit of the last digit from the share.
      expect(Math.abs(percent! - (100 * Math.exp(logits[unit]!)) / total)).toBeLessThan(0.01);
      const logit = (await shown('logit'))[unit];
      close(logit, logits[unit]!);
      expect(units(await shown('part'))).toBe(units(await shown('total')));
      expect(Math.round(100 * (await shown('share')).reduce((a, b) => a + b, 0))).toBe(10_000);
      checked++;
    }
    expect(checked).toBeGreaterThanOrEqual(100);
    await page.context().close();
  }, 300_000);
});
