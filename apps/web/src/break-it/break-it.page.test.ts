import { expect, it } from 'vitest';
import { describeSite, type Page } from '../../test/site.js';

const part = (page: Page) => page.getByRole('region', { name: 'Break it' });
/** Right answers before and after, in percent. */
async function figures(page: Page): Promise<readonly number[]> {
  await part(page).locator('.figure[data-broken="true"]').waitFor({ timeout: 60_000 });
  const text = (await part(page).locator('.figure').textContent()) ?? '';
  return [...text.matchAll(/([\d.]+)%/g)].map(([, percent]) => Number(percent));
}

describeSite('breaking a network', ({ open }) => {
  it('answers at once to a shift and a missing bias, and is whole again when everything is repaired', async () => {
    const { page, problems } = await open('cnn');
    // No table of dashes while it learns.
    const firstClass = part(page).locator('tbody tr').first();
    await firstClass.waitFor({ timeout: 120_000 });
    expect(await firstClass.textContent()).toContain('%');
    await page.locator('.status[data-phase="ended"]').waitFor({ timeout: 120_000 });
    await part(page).getByText('Nothing is broken.').waitFor();
    const right = part(page).getByRole('spinbutton', { name: 'Pixels to the right' });
    await right.fill('9');
    await right.press('Enter');
    const [before = 0, after = 0] = await figures(page);
    expect(before).toBeGreaterThan(80);
    // A digit that is moved by a third of the image is where none was learned.
    expect(after).toBeLessThan(before - 20);
    await expect.poll(() => page.url()).toContain('shift=9,0');

    await part(page).getByRole('button', { name: 'Repair everything' }).click();
    await part(page).getByText('Nothing is broken.').waitFor();
    await part(page).getByRole('checkbox', { name: 'dense2' }).check();
    await figures(page);
    await expect.poll(() => page.url()).toContain('nobias=dense2');
    expect(problems).toEqual([]);
    await page.context().close();
  }, 180_000);

  it('silences the map that is open, and shows it empty', async () => {
    const { page } = await open('cnn/conv2/5?at=10,10');
    await page.locator('.status[data-phase="ended"]').waitFor({ timeout: 120_000 });
    await page.getByRole('button', { name: 'Silence this one' }).click();
    await figures(page);
    await expect
      .poll(() => page.locator('.flow [role="status"]').textContent())
      .toContain('row 10, column 10: 0.0000');
    await expect.poll(() => page.url()).toContain('off=conv2:5');
    await part(page).getByRole('button', { name: 'Let conv2 5 speak again' }).click();
    await part(page).getByText('Nothing is broken.').waitFor();
    await page.context().close();
  }, 180_000);

  it('opens a link to a broken network', async () => {
    const { page } = await open(
      'cnn?off=conv1:0,conv1:1,conv1:2,conv1:3,conv1:4,conv1:5&noise=0.5',
    );
    await page.locator('.status[data-phase="ended"]').waitFor({ timeout: 120_000 });
    const [before = 0, after = 0] = await figures(page);
    expect(after).toBeLessThan(before - 20);
    await page.context().close();
  }, 180_000);
});
