/** @file What holds of every view; a new lesson is found by its folder. */
import { expect, it } from 'vitest';
import { axeViolations, describeSite, overflow } from './site.js';
import { viewNames } from './views.js';

describeSite('every view', ({ open }) => {
  const cases = viewNames.flatMap((view) =>
    (['en', 'ja'] as const).flatMap((language) =>
      (['light', 'dark'] as const).map((scheme) => ({ view, language, scheme })),
    ),
  );

  it.each(cases)(
    '/$view in $language, $scheme: no broken axe rule, no problem',
    async (options) => {
      const { page, problems } = await open(options.view, options);
      await page.waitForLoadState('networkidle');
      expect(await axeViolations(page)).toEqual([]);
      expect(problems).toEqual([]);
      await page.context().close();
    },
  );

  it.each(viewNames)('/%s fits phones, tablets and projectors in both languages', async (view) => {
    for (const width of [360, 800, 1920]) {
      for (const language of ['en', 'ja'] as const) {
        const { page } = await open(view, { width, language });
        await page.waitForLoadState('networkidle');
        expect(await overflow(page), `${language} at ${width}`).toBe(0);
        await page.context().close();
      }
    }
  });
});
