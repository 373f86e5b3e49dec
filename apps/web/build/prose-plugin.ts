import type { Plugin } from 'vite';
import { parseProse } from './parse-prose.ts';

/** Lets a lesson import its text: `import { prose } from './prose.en.md'`. */
export function proseMarkdown(): Plugin {
  return {
    name: 'manabi-prose',
    enforce: 'pre',
    transform(source, id) {
      if (!id.endsWith('.md')) return undefined;
      return { code: `export const prose = ${JSON.stringify(parseProse(source))};`, map: null };
    },
  };
}
