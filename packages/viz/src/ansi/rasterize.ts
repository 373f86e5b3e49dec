import { flattenPath, type Point, type Polyline } from '../geometry/flatten-path.js';
import type { ImageMark } from '../scene/mark.js';
import type { Scene } from '../scene/scene.js';
import { walkMarks, type PlacedMark } from '../scene/walk-marks.js';
import { formatHex } from '../theme/contrast.js';
import type { Paint, SolidPaint } from '../theme/paint.js';
import { createCellGrid, samplesPerCell, type CellGrid } from './cell-grid.js';
import type { CellInk } from './cell-ink.js';
import { fillPolygon, rectangle, strokeBox, strokeDots, strokeFrame } from './draw-shape.js';
import { drawText } from './draw-text.js';

/** How the scene's units become cells. */
export interface CellSize {
  readonly width: number;
  readonly height: number;
}

/** Share of a row's height: smaller letters belong to a picture that is too fine for cells. */
const smallestText = 0.65;

/** Draws a scene onto terminal cells. */
export function rasterize(scene: Scene, size: CellSize, ink: CellInk): CellGrid {
  const columns = Math.ceil(scene.width / size.width - 0.01);
  const rows = Math.ceil(scene.height / size.height - 0.01);
  const grid = createCellGrid(columns, rows);
  for (const placed of walkMarks(scene.marks)) drawMark(grid, placed, size, ink);
  return grid;
}

function drawMark(grid: CellGrid, placed: PlacedMark, size: CellSize, ink: CellInk): void {
  const { mark, opacity } = placed;
  const toCells = ([x, y]: Point): Point => [
    (placed.x + placed.scale * x) / size.width,
    (placed.y + placed.scale * y) / size.height,
  ];
  if (mark.type === 'text') {
    if (((mark.size ?? 13) * placed.scale) / size.height < smallestText) return;
    const [x, y] = toCells([mark.x, mark.y]);
    drawText(grid, {
      text: mark.text,
      x,
      row: Math.floor(y),
      align: mark.align ?? 'start',
      color: ink.line(mark.fill === undefined || !isSolid(mark.fill) ? 'text' : mark.fill, opacity),
      bold: mark.bold ?? false,
    });
    return;
  }
  if (mark.type === 'image') {
    drawImage(grid, mark, toCells, ink, opacity);
    return;
  }
  if (mark.role === 'grid') return;
  const outlines = outlinesOf(mark).map((line) => ({ ...line, points: line.points.map(toCells) }));
  const filled = isSolid(mark.fill);
  if (filled) fillPolygon(grid, outlines, ink.area(mark.fill, opacity));
  if (!isSolid(mark.stroke)) return;
  const color = ink.line(mark.stroke, opacity);
  if (mark.type === 'rect' && mark.role === 'highlight') {
    if (!strokeFrame(grid, outlines[0]!.points, color)) {
      fillPolygon(grid, outlines, ink.area(mark.stroke, 0.7));
    }
  } else if (mark.role === 'axis') {
    for (const line of outlines) strokeBox(grid, line, color);
  } else if (!filled) {
    const dash = mark.dash?.map((length) => (length * placed.scale) / size.width);
    for (const line of outlines) strokeDots(grid, line, color, dash);
  }
}

function isSolid(paint: Paint | undefined): paint is SolidPaint {
  return paint !== undefined && paint !== 'none' && paint !== 'transparent';
}

function outlinesOf(
  mark: Exclude<PlacedMark['mark'], { type: 'text' | 'image' }>,
): readonly Polyline[] {
  switch (mark.type) {
    case 'rect':
      return [rectangle(mark.x, mark.y, mark.width, mark.height)];
    case 'circle':
      return [
        {
          points: Array.from({ length: 32 }, (_, i) => {
            const angle = (i / 32) * 2 * Math.PI;
            return [mark.cx + mark.r * Math.cos(angle), mark.cy + mark.r * Math.sin(angle)];
          }),
          closed: true,
        },
      ];
    case 'path':
      return flattenPath(mark.d);
  }
}

function drawImage(
  grid: CellGrid,
  mark: ImageMark,
  toCells: (point: Point) => Point,
  ink: CellInk,
  opacity: number,
): void {
  const { pixels } = mark;
  const inks = Array.from({ length: pixels.columns * pixels.rows }, (_, i) =>
    ink.area(pixelPaint(mark, i), opacity),
  );
  const [left, top] = toCells([mark.x, mark.y]).map((cells) => cells * samplesPerCell);
  const [right, bottom] = toCells([mark.x + mark.width, mark.y + mark.height]).map(
    (cells) => cells * samplesPerCell,
  );
  const width = grid.columns * samplesPerCell;
  const height = grid.rows * samplesPerCell;
  for (let y = Math.max(0, Math.round(top!)); y < Math.min(height, Math.round(bottom!)); y++) {
    const row = Math.min(
      pixels.rows - 1,
      Math.floor(((y + 0.5 - top!) / (bottom! - top!)) * pixels.rows),
    );
    for (let x = Math.max(0, Math.round(left!)); x < Math.min(width, Math.round(right!)); x++) {
      const column = Math.min(
        pixels.columns - 1,
        Math.floor(((x + 0.5 - left!) / (right! - left!)) * pixels.columns),
      );
      const at = y * width + x;
      grid.fills[at] = inks[row * pixels.columns + column]!(grid.fills[at]!);
    }
  }
}

function pixelPaint({ pixels }: ImageMark, index: number): SolidPaint {
  if (pixels.scale !== 'rgb') return { scale: pixels.scale, value: pixels.levels[index]! / 255 };
  const at = 3 * index;
  const { levels } = pixels;
  return formatHex(levels[at]!, levels[at + 1]!, levels[at + 2]!) as `#${string}`;
}
