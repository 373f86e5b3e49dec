/**
 * A number as people type it: with a comma for the point, and in the full-width digits and the many
 * minus signs of a Japanese keyboard. Undefined when it is none.
 */
export function readNumber(text: string): number | undefined {
  const plain = text
    .normalize('NFKC')
    .trim()
    .replace(/[−‐‑–—ーｰ]/g, '-')
    .replace(/[,、]/, '.')
    .replace('。', '.');
  if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain)) return undefined;
  return Number(plain);
}
