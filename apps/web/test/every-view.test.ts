/** @file What holds of every view; a new lesson is found by its folder. */
import { expect, it } from 'vitest';
import { axeViolations, describeSite, overflow, settled, showAs } from './site.js';
import { viewNames } from './views.js';

const languages = ['en', 'ja'] as const;
/** Axe takes seconds; texts and colours do not depend on each other, so two of four show all. */
const appearances = [
  { language: 'en', scheme: 'light' },
  { language: 'ja', scheme: 'dark' },
] as const;

describeSite('every view', ({ open }) => {
  it.each(viewNames)('/%s breaks no axe rule in any language and colours', async (view) => {
    const { page, problems } = await open(view);
    for (const appearance of appearances) {
      await showAs(page, appearance);
      expect(await axeViolations(page), Object.values(appearance).join()).toEqual([]);
    }
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it.each(viewNames)('/%s fits phones, tablets and projectors in both languages', async (view) => {
    const { page } = await open(view);
    for (const language of languages) {
      await showAs(page, { language });
      for (const width of [360, 800, 1920]) {
        await page.setViewportSize({ width, height: 900 });
        await settled(page);
        expect(await overflow(page), `${language} at ${width}`).toBe(0);
      }
    }
    await page.context().close();
  });
});
