import { expect, it } from 'vitest';
import { describeSite } from '../../../test/site.js';

describeSite('the lesson on two layers', ({ open }) => {
  it('computes with what is changed in the picture and in the arithmetic', async () => {
    const { page, problems } = await open('two-layers', { reducedMotion: true });
    const picture = page.getByRole('group', { name: 'The network', exact: true });
    const arithmetic = page.getByRole('group', { name: 'Number by number, for x₁ = 0 and x₂ = 1' });
    const written = async () => (await arithmetic.textContent())!.replaceAll(/\s+/g, '');
    expect(await written()).toContain('n₃=ReLU(×1+×0+)=ReLU(0)=0');

    const weight = picture.getByRole('spinbutton', { name: 'Weight from n₁ to n₃' });
    await weight.fill('0.5');
    await weight.press('Enter');
    // 0.5 x 1 + 2 x 0 + 1
    expect(await written()).toContain('=ReLU(1.5)=1.5');
    const bias = arithmetic.getByRole('spinbutton', { name: 'Bias of n₃' });
    await bias.press('ArrowDown');
    expect(await written()).toContain('n₃=ReLU(×1+×0+)=ReLU(1)=1');
    expect(
      await picture.getByRole('spinbutton', { name: 'Bias of n₃' }).getAttribute('aria-valuenow'),
    ).toBe('0.5');
    await expect.poll(() => page.url()).toContain('n3=0.5,2,0.5');

    await page.getByRole('button', { name: 'Back to the lecture’s numbers' }).click();
    expect(await written()).toContain('n₃=ReLU(×1+×0+)=ReLU(0)=0');
    await expect.poll(() => page.url()).not.toContain('n3=');
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it('shows the row that is chosen, also while its numbers are on their way', async () => {
    const { page } = await open('two-layers');
    await page.getByRole('radio', { name: 'Inputs 1 and 1' }).check();
    const node = page.locator('[data-mark="node-n3"]');
    await expect.poll(() => node.getAttribute('aria-label')).toBe('n₃');
    await expect.poll(() => node.getAttribute('aria-label'), { timeout: 5000 }).toBe('n₃: 1');
    await expect.poll(() => page.url()).toContain('row=11');
    await page.context().close();
  });

  it('opens a shared link as it was, and notices each solved challenge', async () => {
    const { page } = await open('two-layers?n3=1,-2,0&goal=xor');
    const [xor, and] = await page.getByRole('group', { name: 'Challenge' }).all();
    expect(await xor!.textContent()).toContain('Solved.');
    // XOR gives 0 1 1 0, AND wants 0 0 0 1: the first row alone is right.
    expect(await and!.textContent()).toContain('1 of 4 rows are right.');
    await and!.getByText('Hint').click();
    expect(await and!.textContent()).toContain('Perhaps somebody in the hidden layer knows');

    const picture = page.getByRole('group', { name: 'The network', exact: true });
    for (const [name, value] of [
      ['Weight from n₁ to n₃', '0'],
      ['Weight from n₂ to n₃', '1'],
    ] as const) {
      const field = picture.getByRole('spinbutton', { name });
      await field.fill(value);
      await field.press('Enter');
    }
    expect(await and!.textContent()).toContain('Solved.');
    expect(await xor!.textContent()).not.toContain('Solved.');
    await page.context().close();
  });

  it('lets one neuron try: AND works, XNOR does not', async () => {
    const { page } = await open('two-layers');
    const part = page.getByRole('group', { name: 'One neuron tries on its own' });
    expect(await part.getByRole('status').textContent()).toContain('1 of 4 are right.');
    await part.getByRole('radio', { name: 'AND' }).check();
    const bias = part.getByRole('spinbutton', { name: 'Bias, one neuron' });
    await bias.press('ArrowDown');
    // relu(1 + 1 - 1) = 1, all others 0.
    expect(await part.getByRole('status').textContent()).toContain('enough for AND');
    expect(await part.textContent()).toMatch(/\(0, 0\) and \(1, 1\)\s*−1 \+ 1 = 0/);
    expect(await part.textContent()).toMatch(/\(0, 1\) and \(1, 0\)\s*0 \+ 0 = 0/);
    await part.getByRole('radio', { name: 'XNOR' }).check();
    expect(await part.getByRole('status').textContent()).toContain('3 of 4 are right.');
    await expect.poll(() => page.url()).toContain('one=1,1,-1');
    await page.context().close();
  });

  it('lets images be painted by keyboard and pointer, and a neuron look for them', async () => {
    const { page } = await open('two-layers');
    const part = page.getByRole('group', { name: 'Neurons that look for patterns' });
    const output = part.getByRole('row', { name: /^Output/ });
    expect(await output.textContent()).toContain('2');

    await part.getByRole('gridcell').first().focus();
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown']) {
      await page.keyboard.press(key);
    }
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Space');
    // The bar is complete: 5 - 0 - 2.
    expect(await output.textContent()).toContain('3');

    await part.getByRole('gridcell', { name: 'Row 1, column 1: dark' }).click();
    // 5 - 1 - 2
    expect(await output.textContent()).toContain('2');
    await part.getByRole('button', { name: 'Let my neuron look for this' }).click();
    expect(await part.getByRole('radio', { name: /^My own/ }).isChecked()).toBe(true);
    expect(await output.textContent()).toContain('3');
    await expect.poll(() => page.url()).toContain('own=1010000100001000010000100');

    await part.getByRole('radio', { name: /^Cross/ }).check();
    await part.getByRole('button', { name: 'Show what excites it most' }).click();
    expect(await output.textContent()).toContain('3');
    await expect.poll(() => page.url()).toContain('image=1000101010001000101010001');
    await page.context().close();
  });

  it('answers its questions', async () => {
    const { page } = await open('two-layers');
    const [first, second] = await page.getByRole('group', { name: 'Question', exact: true }).all();
    await first!.getByRole('radio', { name: 'For all but (0, 0).' }).check();
    expect(await first!.getByRole('status').textContent()).toContain('Not quite.');
    await first!.getByRole('radio', { name: 'Only when both are 1.' }).check();
    expect(await first!.getByRole('status').textContent()).toContain('Right.');
    await second!.getByRole('radio', { name: 'Nothing, 0.' }).check();
    expect(await second!.getByRole('status').textContent()).toContain('Right.');
    await page.context().close();
  });
});
