import { InvalidArgumentError } from 'commander';
import { suggestion } from './nearest-word.js';

/** The words that a reader of an option knows. */
export interface KnownWords {
  readonly words: readonly string[];
  /** Whether it takes others as well, such as paths. */
  readonly open: boolean;
}

/** Reads an option that takes one of a few words. */
export function choice<Word extends string>(words: readonly Word[]) {
  const read = (text: string): Word => {
    const word = words.find((known) => known === text.toLowerCase());
    if (word === undefined) {
      throw new InvalidArgumentError(`Expected ${inWords(words)}.${suggestion(text, words)}`);
    }
    return word;
  };
  return Object.assign(read, { words, open: false });
}

/** Reads an option that takes any text; the words are offered where a shell completes it. */
export function openChoice(words: readonly string[]) {
  return Object.assign((text: string): string => text, { words, open: true });
}

/** What a reader of an option or an argument knows. */
export function wordsOf(read: unknown): KnownWords {
  const { words = [], open = true } = (read ?? {}) as Partial<KnownWords>;
  return { words, open };
}

/** `a, b or c`. */
export function inWords(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)!}`;
}
