import type { Locale } from './locale.js';

/** Whole sentences as one text: with spaces in English, without in Japanese. */
export function joinSentences(sentences: readonly string[], locale: Locale): string {
  return sentences.join(locale === 'en' ? ' ' : '');
}
