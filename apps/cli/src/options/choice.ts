import { InvalidArgumentError } from 'commander';
import { suggestion } from './nearest-word.js';

/** Reads an option that takes one of a few words. */
export function choice<Word extends string>(words: readonly Word[]) {
  return (text: string): Word => {
    const word = words.find((known) => known === text.toLowerCase());
    if (word === undefined) {
      throw new InvalidArgumentError(`Expected ${inWords(words)}.${suggestion(text, words)}`);
    }
    return word;
  };
}

/** `a, b or c`. */
export function inWords(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)!}`;
}
