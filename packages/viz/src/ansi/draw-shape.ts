/** @file Fills, strokes and lines onto a {@link CellGrid}. Coordinates are cells, with fractions. */
import type { Polyline, Point } from '../geometry/flatten-path.js';
import { arms, samplesPerCell, type CellGrid } from './cell-grid.js';

/** Gives a colour for what is drawn over another colour (-1: over nothing). */
export type Ink = (under: number) => number;

/** Fills what lies inside an odd number of the outlines. */
export function fillPolygon(grid: CellGrid, outlines: readonly Polyline[], ink: Ink): void {
  const width = grid.columns * samplesPerCell;
  const height = grid.rows * samplesPerCell;
  const points = outlines.flatMap((outline) => outline.points);
  const top = Math.min(...points.map(([, y]) => y)) * samplesPerCell;
  const bottom = Math.max(...points.map(([, y]) => y)) * samplesPerCell;
  const last = Math.min(height - 1, Math.ceil(bottom));
  for (let y = Math.max(0, Math.floor(top)); y <= last; y++) {
    const crossings = outlines
      .flatMap((outline) => crossingsAt(outline.points, (y + 0.5) / samplesPerCell))
      .sort((a, b) => a - b);
    for (let i = 0; i + 1 < crossings.length; i += 2) {
      const start = Math.max(0, Math.ceil(crossings[i]! * samplesPerCell - 0.5));
      const end = Math.min(width, Math.ceil(crossings[i + 1]! * samplesPerCell - 0.5));
      for (let x = start; x < end; x++) {
        grid.fills[y * width + x] = ink(grid.fills[y * width + x]!);
      }
    }
  }
}

function crossingsAt(points: readonly Point[], y: number): number[] {
  const found: number[] = [];
  for (let i = 0; i < points.length; i++) {
    const [x0, y0] = points[i]!;
    const [x1, y1] = points[(i + 1) % points.length]!;
    if (y0 <= y !== y1 <= y) found.push(x0 + ((y - y0) / (y1 - y0)) * (x1 - x0));
  }
  return found;
}

/** The four corners of a rectangle. */
export function rectangle(x: number, y: number, width: number, height: number): Polyline {
  return {
    points: [
      [x, y],
      [x + width, y],
      [x + width, y + height],
      [x, y + height],
    ],
    closed: true,
  };
}

/** Braille's dots: across two, down four. */
const dotBits = [
  [0x01, 0x08],
  [0x02, 0x10],
  [0x04, 0x20],
  [0x40, 0x80],
];

function setDot(grid: CellGrid, x: number, y: number, color: number): void {
  const column = Math.floor(x / 2);
  const row = Math.floor(y / 4);
  if (column < 0 || row < 0 || column >= grid.columns || row >= grid.rows) return;
  const at = row * grid.columns + column;
  const bit = dotBits[y - 4 * row]![x - 2 * column]!;
  if ((grid.dots[at]! & bit) !== 0) return;
  grid.dots[at] = grid.dots[at]! | bit;
  // A cell has one colour. Majority vote in one pass (Boyer and Moore 1981): the line with most
  // dots in the cell keeps it.
  if (grid.dotColors[at] === color) grid.dotVotes[at]!++;
  else if (grid.dotVotes[at]! > 0) grid.dotVotes[at]!--;
  else {
    grid.dotColors[at] = color;
    grid.dotVotes[at] = 1;
  }
}

/** Draws a line in braille dots, with dashes in cells. */
export function strokeDots(
  grid: CellGrid,
  line: Polyline,
  color: number,
  dash: readonly number[] = [],
): void {
  const points = line.closed ? [...line.points, line.points[0]!] : line.points;
  const period = dash.reduce((sum, length) => sum + length, 0);
  let travelled = 0;
  for (let i = 0; i + 1 < points.length; i++) {
    const [x0, y0] = [points[i]![0] * 2, points[i]![1] * 4];
    const [x1, y1] = [points[i + 1]![0] * 2, points[i + 1]![1] * 4];
    const steps = Math.max(1, Math.ceil(Math.max(Math.abs(x1 - x0), Math.abs(y1 - y0))));
    // A dot across is half a cell's width; one down a quarter of its double height.
    const length = Math.hypot(x1 - x0, y1 - y0) / 2;
    for (let step = 0; step <= steps; step++) {
      const share = step / steps;
      const phase = period === 0 ? 0 : (travelled + share * length) % period;
      if (period > 0 && !isInked(phase, dash)) continue;
      setDot(grid, Math.floor(x0 + share * (x1 - x0)), Math.floor(y0 + share * (y1 - y0)), color);
    }
    travelled += length;
  }
}

function isInked(phase: number, dash: readonly number[]): boolean {
  let end = 0;
  for (let i = 0; i < dash.length; i++) {
    end += dash[i]!;
    if (phase < end) return i % 2 === 0;
  }
  return true;
}

/** Draws horizontal and vertical lines with box-drawing characters; others are left out. */
export function strokeBox(grid: CellGrid, line: Polyline, color: number): void {
  const points = line.closed ? [...line.points, line.points[0]!] : line.points;
  for (let i = 0; i + 1 < points.length; i++) {
    const [[x0, y0], [x1, y1]] = [points[i]!, points[i + 1]!];
    const free = !line.closed && i + 2 === points.length;
    if (Math.abs(y0 - y1) < 0.01) {
      boxLine(grid, ...cellsBetween(x0, x1, free), Math.floor(y0), true, color);
    } else if (Math.abs(x0 - x1) < 0.01) {
      boxLine(grid, ...cellsBetween(y0, y1, free), Math.floor(x0), false, color);
    }
  }
}

/**
 * First and last cell of a line. An end on the border of two cells belongs to the second, where it
 * meets the next line at a corner; a free end belongs to the first.
 */
function cellsBetween(from: number, to: number, free: boolean): [first: number, last: number] {
  const [low, high] = [Math.min(from, to), Math.max(from, to)];
  const first = Math.floor(low);
  return [first, Math.max(first, free && to === high ? Math.ceil(high) - 1 : Math.floor(high))];
}

/**
 * Frames the cells that a rectangle touches, from inside.
 *
 * @returns false, with nothing drawn, where there is no room for a frame around anything.
 */
export function strokeFrame(grid: CellGrid, corners: readonly Point[], color: number): boolean {
  const [[x0, y0], , [x1, y1]] = corners as [Point, Point, Point];
  const [left, top] = [Math.floor(x0 + 0.01), Math.floor(y0 + 0.01)];
  const [right, bottom] = [Math.ceil(x1 - 0.01) - 1, Math.ceil(y1 - 0.01) - 1];
  if (right - left < 2 || bottom - top < 2) return false;
  for (const row of [top, bottom]) boxLine(grid, left, right, row, true, color);
  for (const column of [left, right]) boxLine(grid, top, bottom, column, false, color);
  return true;
}

function boxLine(
  grid: CellGrid,
  first: number,
  last: number,
  across: number,
  horizontal: boolean,
  color: number,
): void {
  const [back, ahead] = horizontal ? [arms.left, arms.right] : [arms.up, arms.down];
  const limit = horizontal ? grid.columns : grid.rows;
  for (let i = Math.max(0, first); i <= Math.min(limit - 1, last); i++) {
    if (across < 0 || across >= (horizontal ? grid.rows : grid.columns)) return;
    const at = horizontal ? across * grid.columns + i : i * grid.columns + across;
    const mask = first === last ? back | ahead : (i > first ? back : 0) | (i < last ? ahead : 0);
    grid.lines[at] = grid.lines[at]! | mask;
    grid.lineColors[at] = color;
  }
}
