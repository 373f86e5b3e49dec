/** @file The cases by name. They stand here so that help needs no package to be loaded. */
import { InvalidArgumentError } from 'commander';
import { inWords } from '../options/choice.js';
import { suggestion } from '../options/nearest-word.js';

const names = ['mlp:32', 'mlp:128', 'cnn:32', 'cnn:128', 'cpu:32', 'kernels'] as const;

export type CaseName = (typeof names)[number];

/** For help texts. */
export const caseHelp = names.join(', ');

/** Reads `mlp:32,kernels`, or `all`; the order of the answer is that of the suite. */
export function caseNames(text: string): CaseName[] {
  if (text === 'all') return [...names];
  const words = text
    .toLowerCase()
    .split(',')
    .map((word) => word.trim());
  for (const word of words) {
    if ((names as readonly string[]).includes(word)) continue;
    throw new InvalidArgumentError(
      `Expected ${inWords(names)}, separated by commas.${suggestion(word, names)}`,
    );
  }
  return names.filter((name) => words.includes(name));
}
