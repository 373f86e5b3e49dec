/** Bytes of a colour `#rrggbb`. */
export function parseHex(color: string): readonly [red: number, green: number, blue: number] {
  const bits = Number.parseInt(color.slice(1), 16);
  return [(bits >> 16) & 255, (bits >> 8) & 255, bits & 255];
}

/** The colour `#rrggbb` of three bytes. */
export function formatHex(red: number, green: number, blue: number): string {
  return `#${((1 << 24) | (red << 16) | (green << 8) | blue).toString(16).slice(1)}`;
}

/** Light in [0, 1] of one byte of sRGB. */
function linearLight(byte: number): number {
  const share = byte / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

/** Relative luminance in [0, 1] of a colour `#rrggbb` (WCAG 2.2, "relative luminance"). */
function relativeLuminance(color: string): number {
  const [red, green, blue] = parseHex(color);
  return 0.2126 * linearLight(red) + 0.7152 * linearLight(green) + 0.0722 * linearLight(blue);
}

/**
 * Contrast of two colours in [1, 21]: `(lighter + 0.05) / (darker + 0.05)` (WCAG 2.2).
 * Text wants 4.5, shapes that carry meaning want 3.
 */
export function contrastRatio(first: string, second: string): number {
  const [darker, lighter] = [relativeLuminance(first), relativeLuminance(second)].sort(
    (a, b) => a - b,
  );
  return (lighter! + 0.05) / (darker! + 0.05);
}

/** Where black and white read equally well: `(L + 0.05) / 0.05 = 1.05 / (L + 0.05)`. */
const balance = Math.sqrt(1.05 * 0.05) - 0.05;

/** The better of black and white on a colour; the ratio is never below 4.58. */
export function blackOrWhiteOn(color: string): '#000000' | '#ffffff' {
  return relativeLuminance(color) >= balance ? '#000000' : '#ffffff';
}
