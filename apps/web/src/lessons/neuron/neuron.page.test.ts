import { expect, it } from 'vitest';
import { describeSite } from '../../../test/site.js';

describeSite('the lesson on the neuron', ({ open }) => {
  it('computes with what is typed, stepped and dragged, and keeps it in the address', async () => {
    const { page, problems } = await open('neuron');
    const sum = page.getByRole('row', { name: /^Sum/ });
    expect(await sum.textContent()).toContain('1.05');

    const bias = page.getByRole('spinbutton', { name: 'Bias', exact: true });
    await bias.fill('−０．５');
    await bias.press('Enter');
    expect(await sum.textContent()).toContain('0.55');

    await page.getByRole('spinbutton', { name: 'Weight of input C' }).press('ArrowUp');
    // 1 x 1 + 0.5 x 0.2 - 0.5
    expect(await sum.textContent()).toContain('0.60');

    const box = (await page.getByRole('spinbutton', { name: 'Value of input B' }).boundingBox())!;
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 61, y, { steps: 4 });
    await page.mouse.up();
    // Ten steps of 0.1 to the right: 1.0 x 0.4 more.
    expect(await sum.textContent()).toContain('1.00');

    await expect.poll(() => page.url()).toContain('x=1,1,0.5');
    expect(page.url()).toContain('w=1,0.4,0.2');
    expect(page.url()).toContain('b=-0.5');
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it('takes back what is no number', async () => {
    const { page } = await open('neuron');
    const bias = page.getByRole('spinbutton', { name: 'Bias', exact: true });
    await bias.fill('many');
    expect(await bias.getAttribute('aria-invalid')).toBe('true');
    await bias.press('Enter');
    expect(await bias.inputValue()).toBe('0.0');
    await page.context().close();
  });

  it('notices that the challenge is solved', async () => {
    const { page } = await open('neuron?b=-1');
    const challenge = page.getByRole('group', { name: 'Challenge' });
    expect(await challenge.textContent()).toContain('It is still speaking.');
    await page.getByRole('spinbutton', { name: 'Bias', exact: true }).press('ArrowDown');
    expect(await challenge.textContent()).toContain('Solved.');
    await page.context().close();
  });

  it('answers its questions, by keyboard', async () => {
    const { page } = await open('neuron');
    const [first, second] = await page.getByRole('group', { name: 'Question', exact: true }).all();
    await first!.getByRole('radio').first().focus();
    await page.keyboard.press('Space');
    expect(await first!.getByRole('status').textContent()).toContain('Not quite.');
    await page.keyboard.press('ArrowDown');
    expect(await first!.getByRole('status').textContent()).toContain('Right.');
    await second!.getByRole('radio', { name: 'No more than one layer.' }).check();
    expect(await second!.getByRole('status').textContent()).toContain('Right.');
    await page.context().close();
  });

  it('folds two layers into one, and says that ReLU keeps them apart', async () => {
    const { page } = await open('neuron', { reducedMotion: true });
    const part = page.getByRole('group', { name: 'Two layers folding into one' }).first();
    await part.getByRole('button', { name: 'Fold the two layers into one' }).click();
    expect(await part.textContent()).toContain('3.00 x + 0.50');
    expect(await part.getByRole('status').textContent()).toContain('exactly what the two did');
    await part.getByRole('radio', { name: 'ReLU' }).check();
    expect(await part.getByRole('status').textContent()).toContain('No single layer does this');
    await page.context().close();
  });

  it('speaks as a tree of names and values', async () => {
    const { page } = await open('neuron');
    const tree = await page
      .getByRole('group', { name: 'One neuron', exact: true })
      .first()
      .ariaSnapshot();
    for (const line of [
      'spinbutton "Value of input A": "1.0"',
      'spinbutton "Weight of input B": "0.4"',
      'spinbutton "Bias": "0.0"',
      'radio "ReLU" [checked]',
    ]) {
      expect(tree).toContain(line);
    }
    await page.context().close();
  });
});
