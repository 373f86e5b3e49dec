import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import en from '../src/i18n/en.json' with { type: 'json' };
import { parseProse, type ProsePart } from '../build/parse-prose.ts';
import ja from '../src/i18n/ja.json' with { type: 'json' };
import { lessonNames } from './views.js';

interface Texts {
  readonly [key: string]: string | Texts;
}

/** Every text with its key, such as `train.start`. */
function flatten(texts: Texts, prefix = ''): [string, string][] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${prefix}${key}`, value] as [string, string]]
      : flatten(value, `${prefix}${key}.`),
  );
}

const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name);

describe('texts of the page', () => {
  const english = new Map(flatten(en));
  const japanese = new Map(flatten(ja));

  it('exist in both languages', () => {
    expect([...japanese.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it.each([...english])('%s takes the same values in both', (key, text) => {
    expect(placeholders(japanese.get(key) ?? '').sort()).toEqual(placeholders(text).sort());
  });
});

describe.each(lessonNames)('text of the lesson %s', (name) => {
  const read = (language: string) =>
    parseProse(
      readFileSync(new URL(`../src/lessons/${name}/prose.${language}.md`, import.meta.url), 'utf8'),
    );
  /** Its pieces in order, and how many of each kind of paragraph stand before each. */
  const outline = (parts: readonly ProsePart[]) =>
    parts.map((part) =>
      'piece' in part
        ? `::${part.piece}`
        : (part.html.match(/<(h\d|p|blockquote)\b/g) ?? []).join(),
    );

  it('has the same parts in both languages', () => {
    expect(outline(read('ja'))).toEqual(outline(read('en')));
  });
});
