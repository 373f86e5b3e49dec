import { describe, expect, it } from 'vitest';
import { measureText } from './measure-text.js';

function measuredByBrowser(text: string): number {
  const context = document.createElement('canvas').getContext('2d')!;
  context.font = "100px Arial, 'Liberation Sans', 'Noto Sans CJK JP'";
  return context.measureText(text).width / 100;
}

describe('measureText', () => {
  it.each(['Loss 0.236', 'The quick brown fox (88%)', 'AVAWAY', '0123456789'])(
    'agrees with Chromium on %s within a letter’s kerning',
    (text) => {
      expect(Math.abs(measureText(text, 1) - measuredByBrowser(text))).toBeLessThan(0.5);
    },
  );

  it.each(['損失と正解率', '畳み込み'])(
    'makes squares of the Japanese characters of %s',
    (text) => {
      expect(Math.abs(measureText(text, 1) - measuredByBrowser(text))).toBeLessThan(
        0.08 * text.length,
      );
    },
  );
});
