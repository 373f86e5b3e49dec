import { flattenPath } from '../src/geometry/flatten-path.js';
import type { PlacedMark } from '../src/scene/walk-marks.js';
import { formatHex } from '../src/theme/contrast.js';
import { resolvePaint } from '../src/theme/paint.js';
import type { Theme } from '../src/theme/theme.js';

/** The colour under the anchor of the text at `index`: of the last filled mark there, or the page. */
export function backgroundAt(placed: readonly PlacedMark[], index: number, theme: Theme): string {
  const text = placed[index]!;
  if (text.mark.type !== 'text') throw new Error('internal: not a text');
  const x = text.x + text.scale * text.mark.x;
  const y = text.y + text.scale * text.mark.y;
  for (const below of placed.slice(0, index).reverse()) {
    const color = colorAt(below, (x - below.x) / below.scale, (y - below.y) / below.scale, theme);
    if (color !== undefined) return color;
  }
  return theme.tokens.background;
}

function colorAt({ mark }: PlacedMark, x: number, y: number, theme: Theme): string | undefined {
  if (mark.type === 'text') return undefined;
  if (mark.type === 'image') {
    const column = Math.floor(((x - mark.x) / mark.width) * mark.pixels.columns);
    const row = Math.floor(((y - mark.y) / mark.height) * mark.pixels.rows);
    const { columns, rows, levels, scale } = mark.pixels;
    if (column < 0 || row < 0 || column >= columns || row >= rows) return undefined;
    const at = row * columns + column;
    return scale === 'rgb'
      ? formatHex(levels[3 * at]!, levels[3 * at + 1]!, levels[3 * at + 2]!)
      : theme.scales[scale](levels[at]! / 255);
  }
  const { fill } = mark;
  if (fill === undefined || fill === 'none' || fill === 'transparent') return undefined;
  const inside =
    mark.type === 'rect'
      ? x >= mark.x && x <= mark.x + mark.width && y >= mark.y && y <= mark.y + mark.height
      : mark.type === 'circle'
        ? Math.hypot(x - mark.cx, y - mark.cy) <= mark.r
        : insideOutline(mark.d, x, y);
  return inside ? resolvePaint(fill, theme) : undefined;
}

function insideOutline(d: string, x: number, y: number): boolean {
  let crossings = 0;
  for (const { points } of flattenPath(d)) {
    points.forEach(([x0, y0], i) => {
      const [x1, y1] = points[(i + 1) % points.length]!;
      if (y0 <= y !== y1 <= y && x < x0 + ((y - y0) / (y1 - y0)) * (x1 - x0)) crossings++;
    });
  }
  return crossings % 2 === 1;
}
