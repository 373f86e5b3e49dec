import { iris } from '@manabi/datasets';
import { initializeModel, mlp, type Weights } from '@manabi/models';
import { expect, it } from 'vitest';
import { axeViolations, describeSite, overflow, type Page } from '../../test/site.js';
import { readJournal } from './network/journal.js';
import { layerWeights } from './network/layer-values.js';
import { judge, replay } from './network/network-run.js';
import { sampleAt } from './network/samples.js';
import { networkSpec } from './network/structure.js';

const ready = { timeout: 30_000 };

const steps = (page: Page) => page.locator('[data-steps]').getAttribute('data-steps');

/** A number of the page, whose minus sign is as wide as a plus. */
const numberOf = (text: string | null) => Number((text ?? '').trim().replaceAll('−', '-'));

interface PlainSnapshot {
  readonly epoch: number;
  readonly weights: Readonly<Record<string, number[]>>;
}

/** Typed arrays do not cross to the page as they are. */
function plainWeights({ epoch, weights }: { epoch: number; weights: Weights }): PlainSnapshot {
  const plain = Object.entries(weights).map(
    ([name, values]) => [name, Array.from(values)] as const,
  );
  return { epoch, weights: Object.fromEntries(plain) };
}

/** Runs on the page: keeps a run as the lab does. */
async function storeRun({
  run,
  snapshots,
}: {
  run: { id: string };
  snapshots: readonly PlainSnapshot[];
}): Promise<void> {
  const opening = indexedDB.open('manabi', 1);
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    opening.onupgradeneeded = () => {
      for (const name of ['datasets', 'dataset-cards', 'runs', 'run-states']) {
        opening.result.createObjectStore(name, { keyPath: 'id' });
      }
      opening.result.createObjectStore('run-snapshots', { keyPath: ['run', 'epoch'] });
    };
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(new Error('no database'));
  });
  const transaction = database.transaction(['runs', 'run-snapshots'], 'readwrite');
  transaction.objectStore('runs').put(run);
  for (const { epoch, weights } of snapshots) {
    const filled = Object.entries(weights).map(
      ([name, values]) => [name, Float32Array.from(values)] as const,
    );
    transaction
      .objectStore('run-snapshots')
      .put({ run: run.id, epoch, weights: Object.fromEntries(filled) });
  }
  await new Promise((resolve) => (transaction.oncomplete = resolve));
  database.close();
}

describeSite('the network visualiser', ({ open }) => {
  it('goes through the four steps of the exercise and ticks them off', async () => {
    const { page, problems } = await open('network');
    await page.getByText('Pick a data set, and the network appears here.').waitFor();
    const train = page.getByRole('button', { name: 'Train', exact: true });
    expect(await train.getAttribute('aria-disabled')).toBe('true');

    await page.getByRole('button', { name: 'Take it' }).click();
    await page.getByRole('button', { name: 'Pick a data set (done)' }).waitFor();
    // The structure is drawn while it is configured, without weights.
    const picture = page.locator('svg[aria-label="The network"]');
    await picture.waitFor();
    expect(await picture.getAttribute('aria-description')).toContain('It has no weights yet.');
    await page.getByRole('spinbutton', { name: 'Neurons of hidden layer 1' }).press('ArrowUp');
    await page.locator('[data-mark="unit-1-8"]').waitFor();
    await page.getByRole('button', { name: 'Hidden layer', exact: false }).last().click();
    await page.locator('[data-mark="unit-2-8"]').waitFor();
    await page.getByRole('button', { name: 'Remove hidden layer 2' }).click();
    await page.getByRole('button', { name: 'Use this structure' }).click();

    await page.getByRole('button', { name: 'Draw the first weights' }).click();
    await page.getByRole('button', { name: 'Initialise (done)' }).waitFor();
    // The untrained network and what it says of the sample stand there at once.
    expect(await picture.getAttribute('aria-description')).not.toContain('no weights');
    const bars = page.locator('svg[aria-label="Class probabilities"]');
    const untrained = await bars.getAttribute('aria-description');

    await page.getByRole('button', { name: '36 epochs' }).click();
    await page.getByRole('button', { name: 'Train (done)' }).waitFor(ready);
    await expect.poll(() => steps(page), ready).toBe('288');
    expect(await bars.getAttribute('aria-description')).not.toBe(untrained);
    await expect.poll(() => page.url()).toContain('done=288x0.1');
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it('changes the learning rate while it runs, and says what begins again before it does', async () => {
    const { page } = await open('network?at=3');
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await expect.poll(async () => Number(await steps(page)), ready).toBeGreaterThan(3);
    const rate = page.getByRole('spinbutton', { name: 'Learning rate' });
    await rate.fill('0.5');
    await rate.press('Enter');
    const changedAt = Number(await steps(page));
    await expect.poll(async () => Number(await steps(page)), ready).toBeGreaterThan(changedAt + 3);
    await page.getByRole('button', { name: 'Pause' }).click();
    // Both rates stand in the address, and nothing was lost.
    await expect.poll(() => page.url()).toMatch(/done=\d+x0\.1,\d+x0\.5/);

    await page.getByRole('button', { name: 'Configure the network (done)' }).click();
    await page.locator('.warning:visible').getByText('A change here begins again').waitFor();
    await page.getByRole('radio', { name: 'Adam' }).check();
    await expect.poll(() => steps(page)).toBe('0');
    await page.locator('.warning:visible').getByText('Begun again').waitFor();
    await page.context().close();
  });

  it('rewinds to the same first weights', async () => {
    const { page } = await open('network/1.1?at=3');
    const sum = page.locator('[data-sum]');
    const first = await sum.textContent();
    await page.getByRole('button', { name: 'One epoch' }).click();
    await expect.poll(() => steps(page), ready).toBe('8');
    expect(await sum.textContent()).not.toBe(first);
    await page.getByRole('button', { name: 'Rewind to the first weights' }).click();
    await expect.poll(() => steps(page)).toBe('0');
    expect(await sum.textContent()).toBe(first);
    await page.context().close();
  });

  it('edits a weight in place, shows what changes, and takes it back', async () => {
    const { page } = await open('network/1.3/2?at=3&done=288x0.1');
    const effect = page.locator('[data-effect]');
    await expect.poll(() => steps(page), ready).toBe('288');
    const weight = page.getByRole('spinbutton', { name: 'Weight of the connection' });
    const before = await weight.inputValue();
    const answers = await effect.textContent();
    await weight.fill('3');
    await weight.press('Enter');
    await effect.getByRole('columnheader', { name: 'Before' }).waitFor();
    await expect.poll(() => page.url()).toContain('done=288x0.1,w1.3.2:3');
    await weight.press('ArrowUp');
    await expect.poll(() => page.url()).toContain('done=288x0.1,w1.3.2:3.1');
    await page.getByRole('button', { name: 'Undo' }).click();
    expect(await weight.inputValue()).toBe(before);
    expect(await effect.textContent()).toBe(answers);
    await expect.poll(() => page.url()).toMatch(/done=288x0.1(&|$)/);
    await page.context().close();
  });

  it('opens what was shared: data, structure, training, edits, sample and what is open', async () => {
    const shared =
      'network/2.2/3?net=5tanh-4relu&opt=adam&seed=7&rate=0.02&at=3&done=20x0.02,b1.2:0.5,4x0.02&sample=130';
    const { page } = await open(shared);
    await expect.poll(() => steps(page), ready).toBe('24');
    await page.getByRole('heading', { name: 'Hidden 1, neuron 3 → Hidden 2, neuron 2' }).waitFor();
    expect(await page.locator('[data-sample]').getAttribute('data-sample')).toBe('130');
    const weight = page.getByRole('spinbutton', { name: 'Weight of the connection' });
    const shown = await weight.inputValue();
    const again = page.url();
    for (const part of ['net=5tanh-4relu', 'done=20x0.02,b1.2:0.5,4x0.02', 'sample=130']) {
      expect(again).toContain(part);
    }
    await page.goto('about:blank');
    await page.goto(again);
    await expect.poll(() => steps(page), ready).toBe('24');
    expect(await weight.inputValue()).toBe(shown);
    await page.context().close();
  });

  it('is walked through by keyboard, in and out again', async () => {
    const { page } = await open('network?at=3&done=8x0.1', { reducedMotion: true });
    await expect.poll(() => steps(page), ready).toBe('8');
    const mark = (id: string) => page.locator(`[data-mark="${id}"]`);
    const focused = (id: string) =>
      mark(id).evaluate((element) => element === document.activeElement);
    await mark('unit-0-0').focus();
    await page.keyboard.press('ArrowRight');
    const hidden = await page.evaluate(() => document.activeElement?.getAttribute('data-mark'));
    expect(hidden).toMatch(/^unit-1-/);
    await page.keyboard.press('Enter');
    const unit = Number(hidden!.split('-')[2]) + 1;
    const heading = page.getByRole('heading', { name: `Hidden, neuron ${unit}` });
    await heading.waitFor();
    await expect.poll(() => heading.evaluate((one) => one === document.activeElement)).toBe(true);
    expect(page.url()).toContain(`#/network/1.${unit}`);
    await page.getByRole('button', { name: 'sepal width', exact: true }).press('Enter');
    await page.getByRole('heading', { name: `sepal width → Hidden, neuron ${unit}` }).waitFor();
    await page.keyboard.press('Escape');
    await heading.waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { name: 'What is open' }).waitFor();
    await expect.poll(() => focused(hidden!)).toBe(true);
    await page.context().close();
  });

  it('goes one level back with the browser, and keeps what was trained since', async () => {
    const { page } = await open('network?at=3');
    await page.locator('[data-mark="unit-1-2"]').click();
    await page.getByRole('heading', { name: 'Hidden, neuron 3' }).waitFor();
    await page.getByRole('button', { name: 'One step' }).click();
    await expect.poll(() => steps(page)).toBe('1');
    await page.goBack();
    await page.getByRole('heading', { name: 'What is open' }).waitFor();
    expect(await steps(page)).toBe('1');
    await expect.poll(() => page.url()).toContain('done=1x0.1');
    await page.goForward();
    await page.getByRole('heading', { name: 'Hidden, neuron 3' }).waitFor();
    expect(await steps(page)).toBe('1');
    await page.context().close();
  });

  it('marks the other uses of a matrix, jumps there, and holds one until Escape', async () => {
    const { page } = await open('network?at=3&done=1x0.1');
    const uses = page.getByRole('status').filter({ hasText: 'Point at a matrix' });
    await uses.waitFor();
    await page
      .getByRole('button', { name: /^W₁, weights/ })
      .first()
      .click();
    await page.getByRole('button', { name: 'Update', exact: true }).click();
    const focused = page.locator('button:focus');
    expect(await focused.getAttribute('aria-label')).toMatch(/^W₁, weights/);
    expect(await focused.getAttribute('aria-pressed')).toBe('true');
    await page.keyboard.press('Escape');
    expect(await focused.getAttribute('aria-pressed')).toBe('false');
    await page.context().close();
  });

  it('finds the samples that the network gets wrong', async () => {
    const { page } = await open('network?at=3');
    const place = page.locator('[data-sample]');
    await page.getByRole('button', { name: 'Wrong one' }).click();
    await page.locator('.verdict').getByText('✗').waitFor();
    const wrong = await place.getAttribute('data-sample');
    await page.getByRole('button', { name: 'Next sample' }).click();
    await expect.poll(() => place.getAttribute('data-sample')).toBe(String(Number(wrong) + 1));
    await page.context().close();
  });

  it('draws digits to learn from, and shows the weights of each neuron as an image', async () => {
    const { page, problems } = await open('network/1.2?data=synthetic-digits&at=3');
    await page.locator('[data-mark="image-0"]').waitFor(ready);
    await page.getByText('776 more inputs together').waitFor();
    // The twelve strongest connections of the open neuron, to each of eight neurons.
    expect(await page.locator('[data-mark^="edge-0-"]').count()).toBe(12 * 8);
    await page.getByRole('button', { name: 'One step' }).click();
    await expect.poll(() => steps(page), ready).toBe('1');
    await page.getByText('The weights of each hidden neuron as an image').click();
    await page.getByRole('button', { name: 'Weights of neuron 5' }).click();
    await page.getByRole('heading', { name: 'Hidden, neuron 5' }).waitFor();
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it('lets no data that comes late take the place of what was chosen since', async () => {
    let release: (() => void) | undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const { page } = await open('network', {
      prepare: async (fresh) => {
        await fresh.route('**/training-worker*', async (route) => {
          await held;
          await route.continue();
        });
      },
    });
    await page.getByRole('radio', { name: 'Drawn digits' }).check();
    await page.getByRole('button', { name: 'Take it' }).click();
    await page.getByText('Loading…').waitFor();
    await page.getByRole('button', { name: 'Pick a data set (done)' }).click();
    await page.getByRole('radio', { name: 'Iris' }).check();
    await page.locator('[data-mark="unit-0-3"]').waitFor();
    const worker = page.waitForResponse('**/training-worker*').catch(() => undefined);
    release?.();
    await Promise.race([worker, page.waitForTimeout(3000)]);
    expect(await page.locator('[data-mark="image-0"]').count()).toBe(0);
    expect(await page.locator('[data-sample]').textContent()).toContain('of 150');
    await page.context().close();
  });

  it('says that files are missing, and goes on with other data', async () => {
    const { page } = await open('network?data=fashion-mnist&at=2');
    await page.getByText('The files of Fashion-MNIST do not lie beside this site.').waitFor(ready);
    await page.getByRole('button', { name: 'Pick a data set (done)' }).click();
    await page.getByRole('radio', { name: 'Iris' }).check();
    await page.locator('[data-mark="unit-0-3"]').waitFor();
    await page.context().close();
  });

  it('opens a run from the lab, at any of its epochs, and trains on from there', async () => {
    const { page, problems } = await open('network');
    const spec = mlp({ inputShape: [4], classes: 3, hidden: [5] });
    const epochs = [0, 1, 2].map((epoch) => ({
      epoch,
      weights: initializeModel(spec, { seed: epoch }).weights,
    }));
    const run = {
      ...{ id: 'abc', name: 'My first run', savedAt: 0, history: [] },
      configuration: { data: { kind: 'iris' }, spec, settings: { optimizer: { type: 'sgd' } } },
    };
    await page.evaluate(storeRun, { run, snapshots: epochs.map(plainWeights) });
    await page.goto(page.url().replace(/#.*/, '#/network/1.1?run=abc&lang=en'));
    await page.reload();
    await page.getByText('My first run').waitFor(ready);
    const bias = page.getByRole('spinbutton', { name: 'Weight from sepal length' });
    const shown = async () => numberOf(await bias.inputValue());
    const weightAt = (epoch: number) => epochs[epoch]!.weights['dense1/kernel']![0]!;
    await expect.poll(shown).toBeCloseTo(weightAt(2), 4);
    // Its own weights are asked, on the data that it learned from.
    const { test } = iris();
    const every = Uint32Array.from(test.labels.keys());
    const stored = { spec: networkSpec([4], 3, [{ units: 5, activation: 'relu' }]), ...epochs[2]! };
    const share = (100 * judge(stored, test, every).accuracy).toFixed(1);
    const breakIt = page.getByRole('region', { name: 'Break it' });
    await breakIt.scrollIntoViewIfNeeded();
    await expect.poll(() => breakIt.locator('.figure').textContent(), ready).toContain(`${share}%`);
    await page.getByRole('slider', { name: /Through time/ }).press('ArrowLeft');
    await expect.poll(shown).toBeCloseTo(weightAt(1), 4);
    await expect.poll(() => page.url()).toContain('epoch=1');
    await page.getByRole('button', { name: 'One step' }).click();
    await expect.poll(() => steps(page), ready).toBe('1');
    await expect.poll(() => page.url()).toMatch(/from=1&.*done=1x/);
    await page.getByRole('button', { name: 'Rewind to the first weights' }).click();
    await expect.poll(shown).toBeCloseTo(weightAt(1), 4);
    // All of the run is there again.
    await page.getByRole('slider', { name: /Through time/ }).press('End');
    await expect.poll(shown).toBeCloseTo(weightAt(2), 4);
    await page.getByRole('button', { name: 'Build a network of my own' }).click();
    await page.getByRole('button', { name: 'Take it' }).waitFor();
    expect(problems).toEqual([]);

    await page.goto(page.url().replace(/#.*/, '#/network?run=gone&lang=en'));
    await page.getByText('This browser does not keep that run').waitFor(ready);
    await page.context().close();
  });

  it('goes back through time to the very weights of an epoch, and trains on from there', async () => {
    const data = iris();
    const spec = networkSpec([4], 3, [{ units: 8, activation: 'relu' }]);
    const plan = { data, spec, optimizer: 'sgd', batchSize: 15, seed: 1 } as const;
    const states = [...replay(plan, readJournal('40x0.1')!)];
    const weightAt = (epoch: number) => layerWeights(states[8 * epoch]!.model, 1).kernel[0]!;
    const { page, problems } = await open('network/1.1?at=3&done=40x0.1&epoch=3');
    const time = page.getByRole('slider', { name: 'Through time' });
    const weight = page.getByRole('spinbutton', { name: 'Weight from sepal length' });
    const shown = async () => numberOf(await weight.inputValue());
    await expect.poll(() => time.getAttribute('aria-valuetext'), ready).toBe('after epoch 3');
    await expect.poll(shown).toBeCloseTo(weightAt(3), 4);
    await time.press('Home');
    await expect.poll(shown).toBeCloseTo(weightAt(0), 4);
    expect(await time.getAttribute('aria-valuetext')).toBe('before training');
    await time.press('ArrowRight');
    await time.press('ArrowRight');
    await expect.poll(shown).toBeCloseTo(weightAt(2), 4);
    await page.getByText('A look back.').waitFor();
    await expect.poll(() => page.url()).toContain('epoch=2');
    // Nothing is lost by looking.
    expect(await steps(page)).toBe('40');
    await time.press('End');
    await expect.poll(shown).toBeCloseTo(weightAt(5), 4);
    await expect.poll(() => page.url()).not.toContain('epoch=');

    await page.getByText('The confusion matrix and the weights of this moment').click();
    await page.getByLabel('Compare with another moment').check();
    const untrained = page.getByRole('region', { name: 'before training', exact: true });
    const share = untrained.locator('dl:not(.old) [data-accuracy]');
    const every = Uint32Array.from({ length: 30 }, (_, i) => i);
    const judged = judge(states[0]!.model, data.test, every).accuracy;
    await expect.poll(() => share.getAttribute('data-accuracy')).toBe(String(judged));
    await page.locator('.pairs canvas').first().waitFor();
    await expect.poll(() => page.url()).toContain('beside=0');

    await page.getByRole('button', { name: 'Let time pass' }).click();
    const moment = async () =>
      Number(await page.locator('[data-moment]').first().getAttribute('data-moment'));
    await expect.poll(moment, ready).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'Hold time' }).click();
    await time.press('Home');
    await time.press('ArrowRight');
    await expect.poll(moment).toBe(1);
    await page.getByRole('button', { name: 'One step' }).click();
    await expect.poll(() => steps(page), ready).toBe('9');
    expect(await time.getAttribute('aria-valuetext')).toBe('within epoch 2 (1.13)');
    await expect.poll(() => page.url()).toContain('done=9x0.1');
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it.each([
    'network/1.3?at=3&done=24x0.1&epoch=2&beside=0',
    'network/1.3?at=3&done=9x0.1',
    'network/2.1/4?at=3&done=9x0.1,w2.1.4:1',
    'network?at=2',
  ])(
    '/%s breaks no rule of accessibility and fits every page',
    async (view) => {
      for (const language of ['en', 'ja'] as const) {
        for (const width of [360, 1280, 1920]) {
          const scheme = width === 1280 ? 'dark' : 'light';
          const { page } = await open(view, { language, width, scheme });
          await page.locator('[data-mark="unit-1-0"]').waitFor(ready);
          if (view.includes('done=9')) await expect.poll(() => steps(page), ready).toBe('9');
          if (width < 1920) expect(await axeViolations(page)).toEqual([]);
          expect(await overflow(page), `${language} at ${width}`).toBe(0);
          await page.context().close();
        }
      }
    },
    120_000,
  );

  it('shows what is computed by hand from weights and inputs: a hundred sums, connections and updates', async () => {
    const data = iris();
    const layers = [
      { units: 6, activation: 'relu' },
      { units: 5, activation: 'sigmoid' },
    ] as const;
    const spec = networkSpec([4], 3, layers);
    const plan = { data, spec, optimizer: 'sgd', batchSize: 15, seed: 3 } as const;
    const states = [...replay(plan, readJournal('60x0.2')!)];
    const [before, state] = [states.at(-2)!, states.at(-1)!];
    const address = 'net=6relu-5sigmoid&seed=3&at=3&done=60x0.2';
    const { page } = await open(`network?${address}`);
    await expect.poll(() => steps(page), ready).toBe('60');
    // A walk that looks random and is the same every time.
    let drawn = 1;
    const random = (below: number) => {
      drawn = (drawn * 48_271) % 2_147_483_647;
      return drawn % below;
    };
    const sizes = [4, 6, 5, 3];
    const f = [undefined, (z: number) => Math.max(0, z), (z: number) => 1 / (1 + Math.exp(-z))];
    // A unit of the fourth decimal, and the float32 that the network computes in.
    const close = 1.5e-4;

    for (let i = 0; i < 100; i++) {
      const layer = 1 + random(3);
      const [inputs, units] = [sizes[layer - 1]!, sizes[layer]!];
      const [unit, from, number] = [random(units), random(inputs), random(150)];
      // By hand: the sample as the network sees it, through every layer in float64.
      const sample = sampleAt(data, number);
      const { mean, deviation } = sample.data.normalization as unknown as {
        mean: number[];
        deviation: number[];
      };
      let values = sample.raw.map((value, k) => (value - mean[k]!) / deviation[k]!);
      const sumsOf = (of: number) => {
        const { kernel, bias } = layerWeights(state.model, of);
        return Array.from(bias, (b, j) =>
          values.reduce((sum, value, k) => sum + value * kernel[k * bias.length + j]!, b),
        );
      };
      for (let below = 1; below < layer; below++) values = sumsOf(below).map(f[below]!);
      const sums = sumsOf(layer);
      const total = sums.reduce((sum, z) => sum + Math.exp(z), 0);
      const output = layer === 3 ? Math.exp(sums[unit]!) / total : f[layer]!(sums[unit]!);
      const { kernel } = layerWeights(state.model, layer);
      const weight = kernel[from * units + unit]!;
      const old = layerWeights(before.model, layer).kernel[from * units + unit]!;

      await page.evaluate(
        (hash) => (location.hash = hash),
        [`#/network/${layer}.${unit + 1}?${address}&sample=${number}&lang=en`][0]!,
      );
      await expect
        .poll(async () =>
          Math.abs(numberOf(await page.locator('[data-sum]').textContent()) - sums[unit]!),
        )
        .toBeLessThan(close);
      expect(numberOf(await page.locator('[data-output]').textContent())).toBeCloseTo(output, 3);
      const row = page.locator(`[data-term="${from}"] td`);
      const [input, , , , product] = await row.allTextContents();
      expect(Math.abs(numberOf(input!) - values[from]!)).toBeLessThan(close);
      expect(Math.abs(numberOf(product!) - values[from]! * weight)).toBeLessThan(2 * close);
      expect(numberOf(await row.locator('input').inputValue())).toBeCloseTo(weight, 3);

      // The update of one connection, and the gradient that moved it: w - 0.2 g.
      await page.evaluate(
        (hash) => (location.hash = hash),
        `#/network/${layer}.${unit + 1}/${from + 1}?${address}&sample=${number}&lang=en`,
      );
      const pane = page.locator('[data-pane="update"]');
      await expect
        .poll(async () => {
          const [, after] = /= (−?[\d.]+)\s*$/.exec((await pane.textContent())!.trim()) ?? [];
          return Math.abs(numberOf(after ?? 'none') - weight);
        })
        .toBeLessThan(1e-6);
      const written = (await pane.textContent())!.replaceAll('−', '-');
      const [, start, change] = /(-?[\d.]+) \+ \(?(-?[\d.]+)\)? =/.exec(written) ?? [];
      expect(Number(start)).toBeCloseTo(old, 5);
      expect(Number(change)).toBeCloseTo(weight - old, 5);
      expect((Number(start) + Number(change)).toFixed(6)).toBe(weight.toFixed(6));
      const gradient = await page.locator('[data-pane="gradients"] strong').textContent();
      expect(Math.abs(-0.2 * numberOf(gradient) - (weight - old))).toBeLessThan(2e-6);
    }
    await page.context().close();
  }, 180_000);
});
