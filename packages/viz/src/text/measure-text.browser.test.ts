import { describe, expect, it } from 'vitest';
import { measureText } from './measure-text.js';

const latin = "Arial, 'Liberation Sans'";
const japanese = "'Noto Sans CJK JP', 'Hiragino Sans', 'Yu Gothic'";

function widthIn(families: string, text: string): number {
  const context = document.createElement('canvas').getContext('2d')!;
  context.font = `100px ${families}`;
  return context.measureText(text).width / 100;
}

/** A font that is there gives one width, whatever would stand in for it; without any font all are boxes. */
function hasLatin(): boolean {
  const isOwn = widthIn(`${latin}, serif`, 'Wimg') === widthIn(`${latin}, monospace`, 'Wimg');
  return isOwn && widthIn(latin, 'i') < widthIn(latin, 'W');
}

/** Missing characters are boxes of one width in every font; real ones are as wide as high. */
function hasJapanese(): boolean {
  return Math.abs(widthIn(japanese, '損') - 1) < 0.01;
}

describe.skipIf(!hasLatin())('measureText (skipped without Arial or Liberation Sans)', () => {
  it.each(['Loss 0.236', 'The quick brown fox (88%)', 'AVAWAY', '0123456789'])(
    'agrees with Chromium on %s within a letter’s kerning',
    (text) => {
      expect(Math.abs(measureText(text, 1) - widthIn(latin, text))).toBeLessThan(0.5);
    },
  );
});

describe.skipIf(!hasJapanese())('measureText (skipped without a Japanese font)', () => {
  it.each(['損失と正解率', '畳み込み'])(
    'makes squares of the Japanese characters of %s',
    (text) => {
      const found = widthIn(japanese, text);
      expect(Math.abs(measureText(text, 1) - found)).toBeLessThan(0.08 * text.length);
    },
  );
});
