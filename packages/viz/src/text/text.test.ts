import { describe, expect, it } from 'vitest';
import { cellWidth } from './cell-width.js';
import { decimalsFor } from './decimals-for.js';
import { fitText } from './fit-text.js';
import { formatCount, formatFixed, formatNumber, formatShare } from './number-format.js';

describe('cellWidth', () => {
  it.each([
    ['loss', 4],
    ['損失', 4],
    ['Tシャツ', 7],
    ['ｼｬﾂ', 3],
    ['(正解: 7)', 9],
    ['e\u0301', 1],
    ['✓ −1.5 → ½', 10],
  ])('counts the cells of %s: %i', (text, cells) => {
    expect(cellWidth(text)).toBe(cells);
  });
});

describe('fitText', () => {
  it('leaves what fits and ends the rest with an ellipsis', () => {
    expect(fitText('Ankle boot', 12, 80)).toBe('Ankle boot');
    expect(fitText('Ankle boot', 12, 64)).toBe('Ankle b…');
    expect(fitText('アンクルブーツ', 12, 64)).toBe('アンク…');
    expect(fitText('Ankle boot', 12, 4)).toBe('');
  });
});

describe('formatShare', () => {
  it('says 0% and 100% only of none and all', () => {
    expect([0, 0.0001, 0.004, 0.27, 0.996, 0.9999, 1].map(formatShare)).toEqual([
      ...['0%', '<0.1%', '0.4%', '27%', '99.6%', '>99.9%', '100%'],
    ]);
  });
});

describe('numbers', () => {
  it('keep three digits, or an exponent where zeros would pile up', () => {
    expect([0, 0.0311, 1.5, 12345, 0.00012].map(formatNumber)).toEqual([
      ...['0', '0.0311', '1.5', '12.3k', '1.2e−4'],
    ]);
  });

  it('write counts with commas and no minus before zero', () => {
    expect(formatCount(60000)).toBe('60,000');
    expect(formatFixed(-0.001, 2)).toBe('0.00');
    expect(formatFixed(-0.35, 2)).toBe('−0.35');
  });

  it('take as many decimals as the numbers have, up to a limit', () => {
    expect(decimalsFor([1, 2], 3)).toBe(0);
    expect(decimalsFor([0.1 * 3, 2], 3)).toBe(1);
    expect(decimalsFor([1 / 3], 3)).toBe(3);
  });
});
