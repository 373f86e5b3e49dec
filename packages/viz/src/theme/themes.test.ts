import { describe, expect, it } from 'vitest';
import { blackOrWhiteOn, contrastRatio } from './contrast.js';
import type { Token } from './theme.js';
import { darkTheme, lightTheme } from './themes.js';

/** Tokens that letters are written in. */
const letters: readonly Token[] = [
  ...(['text', 'muted', 'truth', 'predicted', 'positive', 'negative'] as const),
];

/** Tokens that shapes with a meaning are drawn in. */
const shapes: readonly Token[] = [
  ...(['axis', 'neutral', 'increase', 'decrease', 'highlight', 'red', 'green', 'blue'] as const),
  ...(['series1', 'series2', 'series3', 'series4', 'series5', 'series6'] as const),
];

describe.each([lightTheme, darkTheme])('the $name theme', ({ tokens, scales }) => {
  it.each(letters)('has a contrast of 4.5 between %s and the page', (token) => {
    expect(contrastRatio(tokens[token], tokens.background)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(shapes)('has a contrast of 3 between %s and the page', (token) => {
    expect(contrastRatio(tokens[token], tokens.background)).toBeGreaterThanOrEqual(3);
  });

  it('shows zero near the page and both signs away from it', () => {
    for (const scale of [scales.weight, scales.activation, scales.logit, scales.change]) {
      expect(contrastRatio(scale(0.5), tokens.background)).toBeLessThan(1.2);
      expect(contrastRatio(scale(0), tokens.background)).toBeGreaterThan(3);
      expect(contrastRatio(scale(1), tokens.background)).toBeGreaterThan(3);
    }
  });

  it('has black or white letters that can be read on every level of every scale', () => {
    for (const scale of Object.values(scales)) {
      for (let level = 0; level <= 255; level++) {
        const color = scale(level / 255);
        expect(contrastRatio(color, blackOrWhiteOn(color))).toBeGreaterThanOrEqual(4.5);
      }
    }
  });
});

describe('contrastRatio', () => {
  it('is 21 for black on white and 1 for a colour on itself', () => {
    expect(contrastRatio('#000000', '#ffffff')).toBeCloseTo(21, 10);
    expect(contrastRatio('#1f5fd0', '#1f5fd0')).toBe(1);
  });
});
