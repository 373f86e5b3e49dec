import { expect, it } from 'vitest';
import { describeSite } from '../../../test/site.js';

describeSite('the lesson on classification', ({ open }) => {
  it('computes shares from what is typed, and keeps it in the address', async () => {
    const { page, problems } = await open('classification');
    const part = page.getByRole('group', { name: 'Softmax, step by step', exact: true }).first();
    expect(await part.innerHTML()).toContain('70.54%');
    const dog = page.getByRole('spinbutton', { name: 'Logit of dog' });
    await dog.fill('2');
    await dog.press('Enter');
    // e^2 / (2 e^2 + e^-1) = 48.79%
    await expect.poll(() => part.innerHTML()).toContain('48.79%');
    await expect.poll(() => page.url()).toContain('z=2,2,-1');
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it('shows the calculation up to the step that is chosen', async () => {
    const { page } = await open('classification?stage=logits');
    const part = page.getByRole('group', { name: 'Softmax, step by step', exact: true }).first();
    expect(await part.locator('svg').innerHTML()).not.toContain('7.389');
    await part.getByRole('radio', { name: 'Powers of e' }).check();
    await expect.poll(() => part.locator('svg').innerHTML()).toContain('7.389');
    await expect.poll(() => page.url()).toContain('stage=exponentials');
    await page.context().close();
  });

  it('keeps the shares when all logits grow by one', async () => {
    const { page } = await open('classification');
    const part = page.getByRole('group', { name: 'Softmax, step by step', exact: true }).first();
    await part.getByRole('button', { name: 'Add 1 to every logit' }).click();
    await expect.poll(() => page.url()).toContain('z=3,2,0');
    expect(await part.innerHTML()).toContain('70.54%');
    await page.context().close();
  });

  it('says what the truth costs', async () => {
    const { page } = await open('classification');
    const part = page.getByRole('group', { name: 'The answer and its error', exact: true }).first();
    expect(await part.textContent()).toContain('−ln(0.2595) = 1.349');
    await part.getByRole('radio', { name: 'cat' }).check();
    await expect.poll(() => part.textContent()).toContain('−ln(0.7054) = 0.349');
    await page.context().close();
  });

  it('notices that the challenge is solved', async () => {
    const { page } = await open('classification?truth=cat&z=5.2,0,0');
    const challenge = page.getByRole('group', { name: 'Challenge' });
    expect(await challenge.textContent()).toContain('The loss is 0.011.');
    const cat = page.getByRole('spinbutton', { name: 'Logit of cat' });
    await cat.press('ArrowUp');
    await cat.press('ArrowUp');
    await expect.poll(() => challenge.textContent()).toContain('Solved.');
    await page.context().close();
  });

  it('answers its questions', async () => {
    const { page } = await open('classification');
    const [first, second] = await page.getByRole('group', { name: 'Question', exact: true }).all();
    await first!.getByRole('radio', { name: 'All of them grow.' }).check();
    expect(await first!.getByRole('status').textContent()).toContain('Not quite.');
    await first!.getByRole('radio', { name: 'Nothing.' }).check();
    expect(await first!.getByRole('status').textContent()).toContain('Right.');
    await second!.getByRole('radio', { name: '100%.', exact: true }).check();
    expect(await second!.getByRole('status').textContent()).toContain('Right.');
    await page.context().close();
  });
});
