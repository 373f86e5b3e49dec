/** @file The language of the page: the address says which, else the last choice, else the browser. */
import { queryValue, setQueryValue } from '../address/address.svelte.js';
import { recall, remember } from '../browser/remembered.js';
import en from './en.json';
import ja from './ja.json';

export type Language = 'en' | 'ja';

/** The same texts in every language; the compiler misses none. */
export type Localized<T> = Readonly<Record<Language, T>>;

const titles: Localized<string> = { en: 'English', ja: '日本語' };
export const languages = Object.entries(titles) as [Language, string][];

interface Texts {
  readonly [key: string]: string | Texts;
}
const texts: Localized<Texts> = { en, ja };

const usual = recall('language') ?? navigator.language;

/** Reactive. */
export function currentLanguage(): Language {
  const asked = queryValue('lang') ?? usual;
  return asked.toLowerCase().startsWith('ja') ? 'ja' : 'en';
}

/** Switches the page, writes the choice into the address for others and remembers it for later. */
export function setLanguage(language: Language): void {
  setQueryValue('lang', language);
  remember('language', language);
}

/**
 * The text behind a key such as `train.pause` in the page's language, with a value in each place
 * such as `{{epoch}}`; reactive. A key that is not there is shown as it is.
 */
export function t(key: string, values: Readonly<Record<string, string | number>> = {}): string {
  let found: string | Texts | undefined = texts[currentLanguage()];
  for (const part of key.split('.')) found = typeof found === 'object' ? found[part] : undefined;
  if (typeof found !== 'string') return key;
  return found.replace(/{{(\w+)}}/g, (place, name: string) => String(values[name] ?? place));
}

/** What there is in several languages, in the page's; reactive. */
export function localized<T>(texts: Localized<T>): T {
  return texts[currentLanguage()];
}

/** Sentences one after the other: Japanese ones stand without a space between them. */
export function joinSentences(...sentences: readonly string[]): string {
  return sentences.join(localized({ en: ' ', ja: '' }));
}

/** A number as the page's language writes it. */
export function formatNumber(value: number, options: Intl.NumberFormatOptions = {}): string {
  return new Intl.NumberFormat(currentLanguage(), options).format(value);
}
