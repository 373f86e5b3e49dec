/**
 * Scripts whose characters take two cells of a terminal: Hangul, kana, ideographs, full-width
 * forms (Unicode Standard Annex 11, classes W and F), and emoji.
 */
const wide =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]$/u;

const zero = /^[\p{Mn}\p{Me}\p{Cf}]$/u;

/** Cells that one character takes in a terminal: 0, 1 or 2. */
export function characterCells(character: string): 0 | 1 | 2 {
  if (character <= '~') return 1;
  if (zero.test(character)) return 0;
  return wide.test(character) ? 2 : 1;
}

/** Cells that a text takes in a terminal. */
export function cellWidth(text: string): number {
  let cells = 0;
  for (const character of text) cells += characterCells(character);
  return cells;
}
