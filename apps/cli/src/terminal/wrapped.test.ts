import { describe, expect, it } from 'vitest';
import { wrapped } from './wrapped.js';

describe('wrapped', () => {
  it('breaks lines between words, each on its own', () => {
    expect(wrapped('one two three\nfour', 8)).toBe('one two\nthree\nfour');
    expect(wrapped('one two', 7)).toBe('one two');
  });

  it('keeps the indentation of a line, and a word that is too long', () => {
    expect(wrapped('  and then more', 10)).toBe('  and then\n  more');
    expect(wrapped('in /a/very/long/path here', 8)).toBe('in\n/a/very/long/path\nhere');
  });

  it('counts two columns for a Japanese letter', () => {
    expect(wrapped('写真 から 学ぶ', 9)).toBe('写真 から\n学ぶ');
    expect(wrapped('写真 から 学ぶ', 8)).toBe('写真\nから\n学ぶ');
  });
});
