import { expect, it } from 'vitest';
import { describeSite, type Page } from '../../../test/site.js';

/** For what is computed or trained, also on a machine that has much else to do. */
const patiently = { timeout: 60_000 };

function group(page: Page, name: string) {
  return page.getByRole('group', { name, exact: true }).first();
}

describeSite('the lesson on building and training', ({ open }) => {
  it('counts parameters as the parts change, and says what does not fit', async () => {
    const { page, problems } = await open('build-and-train');
    const builder = group(page, 'A network from parts');
    // 784 x 128 + 128 and 128 x 10 + 10
    expect(await builder.textContent()).toMatch(/100,480 \+ 1,290 =\s+101,770/);
    const neurons = page.getByRole('spinbutton', { name: 'Neurons of the hidden layer' });
    const challenge = page.getByRole('group', { name: 'Challenge' }).first();
    expect(await challenge.textContent()).not.toContain('Solved.');
    await neurons.fill('12');
    await neurons.press('Enter');
    await expect.poll(() => builder.textContent()).toMatch(/9,420 \+ 130 =\s+9,550/);
    await expect.poll(() => challenge.textContent()).toContain('Solved.');
    await expect.poll(() => page.url()).toContain('n=12');

    const outputs = page.getByRole('spinbutton', { name: 'Neurons of the output layer' });
    await outputs.press('ArrowDown');
    await expect.poll(() => builder.textContent()).toContain('ten digits and 9 outputs');
    expect(await group(page, 'Many epochs').textContent()).toContain('does not fit');
    await builder.getByRole('button', { name: 'Make it fit' }).click();
    await expect.poll(() => builder.textContent()).toContain('The parts fit');
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it('goes through a step and to the next with buttons alone', async () => {
    const { page, problems } = await open('build-and-train?n=16');
    const step = group(page, 'One training step in slow motion');
    await expect.poll(() => step.textContent(), patiently).toContain('its weighted sum is');
    const next = step.getByRole('button', { name: 'Next', exact: true });
    await next.press('Enter');
    await expect.poll(() => step.textContent()).toContain('Loss of the batch: the mean');
    await next.press('Enter');
    await expect.poll(() => step.textContent()).toContain('of the 12,730 parameters');
    await next.press('Enter');
    await expect.poll(() => step.textContent()).toContain('The loss has fallen');
    await expect.poll(() => page.url()).toContain('stage=again');
    await step.getByRole('button', { name: 'Next step' }).press('Enter');
    await expect.poll(() => step.textContent()).toContain('Step 2');
    await step.getByRole('button', { name: 'Back', exact: true }).press('Enter');
    await expect.poll(() => page.url()).not.toContain('step=');
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it('shows every weight’s change, and the numbers of the one that is chosen', async () => {
    const { page } = await open('build-and-train?n=16&stage=adjust');
    const step = group(page, 'One training step in slow motion');
    const tile = step.locator('[data-mark="layer1-3"]');
    await tile.waitFor(patiently);
    expect(await step.locator('[data-mark^="layer1-"]').count()).toBe(16);
    expect(await step.locator('[data-mark^="layer2-"]').count()).toBe(10);
    expect(await step.locator('[data-mark^="bias1-"]').count()).toBe(16);
    await tile.click();
    await expect.poll(() => step.textContent()).toContain('Change of hidden neuron 4');
    await expect.poll(() => page.url()).toContain('at=1,3,-1');

    // From pixel to pixel by keyboard.
    await step.locator('[data-mark="weights"]').focus();
    const place = step.locator('.place');
    const before = await place.textContent();
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => place.textContent()).not.toBe(before);

    // What is shown adds up: before - rate x gradient = after.
    const cells = await step.locator('.card > table td').allTextContents();
    const [start, , product, after] = cells.map((cell) => cell.replaceAll('−', '-'));
    const numbers = (text: string) => (text.match(/-?\d+\.\d+/g) ?? []).map(Number);
    expect(numbers(after!)[0]).toBe(Number(start));
    expect(numbers(after!).at(-1)).toBeCloseTo(Number(start) - numbers(product!).at(-1)!, 9);

    await step.getByRole('button', { name: 'Look at the bias' }).click();
    await expect.poll(() => place.textContent()).toBe('Bias');
    await step.getByRole('radio', { name: 'Weights before' }).check();
    await expect.poll(() => step.textContent()).toContain('Weights of hidden neuron 4, before');
    await page.context().close();
  });

  it('lets the loss explode at a large rate, which solves the challenge', async () => {
    const { page } = await open('build-and-train?stage=again&step=10');
    const challenge = page.getByRole('group', { name: 'Challenge' }).nth(1);
    const rate = page.getByRole('spinbutton', { name: 'Learning rate' });
    await expect.poll(() => challenge.textContent(), patiently).toContain('at first it was 2.');
    expect(await challenge.textContent()).not.toContain('Solved.');
    await rate.fill('2');
    await rate.press('Enter');
    await expect.poll(() => challenge.textContent(), patiently).toContain('Solved.');
    await expect.poll(() => page.url()).toContain('rate=2');
    await page.context().close();
  });

  it('trains in the worker, with curves, answers and an end that says how good it is', async () => {
    const { page, problems } = await open('build-and-train?n=16&size=1000&epochs=2');
    const run = group(page, 'Many epochs');
    await run.getByRole('button', { name: 'Train' }).click();
    await run.locator('[data-phase="ended"]').waitFor(patiently);
    expect(await run.textContent()).toMatch(/Done: .*% right on the training data/);
    await run.locator('[data-mark="image-7"]').click(patiently);
    await expect.poll(() => run.textContent()).toContain('(true: 7)');
    // Another setting waits until the reader trains again.
    await run.getByRole('spinbutton', { name: 'Epochs' }).press('ArrowUp');
    await expect.poll(() => run.textContent()).toContain('belong to the settings before');
    await run.getByRole('button', { name: 'Train from the start' }).click();
    await expect.poll(() => run.textContent(), patiently).toContain('of 3:');
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it('shows that a hundred digits are learnt by heart', async () => {
    const { page } = await open('build-and-train?many=30');
    const heart = group(page, 'Few digits, many epochs');
    await heart.getByRole('button', { name: 'Train' }).click();
    await heart.locator('[data-phase="ended"]').waitFor(patiently);
    const text = (await heart.locator('.status').textContent()) ?? '';
    const [training, validation] = (text.match(/[\d.]+(?=%)/g) ?? []).map(Number);
    expect(training).toBeGreaterThan(97);
    expect(validation).toBeLessThan(75);
    await page.context().close();
  });

  it('says so where a published data set is not there', async () => {
    const { page } = await open('build-and-train?data=mnist');
    const run = group(page, 'Many epochs');
    await run.getByRole('button', { name: 'Train' }).click();
    await expect.poll(() => run.textContent(), patiently).toContain('does not lie beside the site');
    await page.context().close();
  });

  it('answers its questions', async () => {
    const { page } = await open('build-and-train');
    const questions = await page.getByRole('group', { name: 'Question', exact: true }).all();
    const right = [/203,530/, /Their pixels are black/, 'The validation accuracy.'];
    expect(questions).toHaveLength(right.length);
    for (const [i, answer] of right.entries()) {
      await questions[i]!.getByRole('radio', { name: answer }).check();
      expect(await questions[i]!.getByRole('status').textContent()).toContain('Right.');
    }
    await page.context().close();
  });
});
