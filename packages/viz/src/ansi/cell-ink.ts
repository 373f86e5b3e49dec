import { formatHex, parseHex } from '../theme/contrast.js';
import { resolvePaint, type SolidPaint } from '../theme/paint.js';
import type { Theme, Token } from '../theme/theme.js';

/** Turns paints into what a cell of the terminal stores. */
export interface CellInk {
  /** Colour of an area. */
  readonly area: (paint: SolidPaint, opacity: number) => (under: number) => number;
  /** Colour of a line or a text; the page's own text colour becomes the terminal's, -1. */
  readonly line: (paint: SolidPaint, opacity: number) => number;
}

function packed(color: string): number {
  return Number.parseInt(color.slice(1), 16);
}

function mix(over: string, under: string, opacity: number): string {
  const below = parseHex(under);
  const [red, green, blue] = parseHex(over).map((byte, i) =>
    Math.round(opacity * byte + (1 - opacity) * below[i]!),
  );
  return formatHex(red!, green!, blue!);
}

/** Inks of a terminal with colours. */
export function colorInk(theme: Theme): CellInk {
  const page = theme.tokens.background;
  return {
    area: (paint, opacity) => {
      // The terminal's page need not be the theme's, so what covers with the page uncovers it.
      if (paint === 'background') return () => -1;
      const color = resolvePaint(paint, theme);
      const covering = packed(color);
      if (opacity >= 1) return () => covering;
      const overPage = packed(mix(color, page, opacity));
      return (under) => {
        if (under < 0) return overPage;
        const below = formatHex(under >> 16, (under >> 8) & 255, under & 255);
        return packed(mix(color, below, opacity));
      };
    },
    line: (paint, opacity) =>
      paint === 'text' ? -1 : packed(mix(resolvePaint(paint, theme), page, opacity)),
  };
}

/** How dense areas are where there are no colours; the others are full. */
const densities: Partial<Record<Token, number>> = {
  background: 0,
  surface: 0,
  grid: 0.25,
  neutral: 0.3,
  predicted: 0.7,
};

/** Inks of a terminal without colours: areas are [0, 255] dense, bright colours dense. */
export function densityInk(theme: Theme): CellInk {
  const density = (paint: SolidPaint): number => {
    if (typeof paint === 'string' && !paint.startsWith('#')) return densities[paint as Token] ?? 1;
    const [red, green, blue] = parseHex(resolvePaint(paint, theme));
    return (0.299 * red + 0.587 * green + 0.114 * blue) / 255;
  };
  return {
    area: (paint, opacity) => {
      const level = 255 * density(paint);
      return (under) => Math.round(opacity * level + (1 - opacity) * Math.max(0, under));
    },
    line: () => -1,
  };
}
