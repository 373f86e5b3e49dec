import type { Scene } from '../scene/scene.js';
import { cell } from '../text/measure-text.js';
import { darkTheme } from '../theme/themes.js';
import type { Theme } from '../theme/theme.js';
import { dominantColor, readCell, type CellGrid } from './cell-grid.js';
import { colorInk, densityInk } from './cell-ink.js';
import { fitColors, fitDensities } from './fill-glyph.js';
import { rasterize } from './rasterize.js';
import { plainStyle, styleChange, type CellStyle, type TerminalColor } from './terminal-color.js';

export interface RenderAnsiOptions {
  /**
   * Cells across, default 80. A scene is never enlarged, and one that is wider than
   * `8 * columns` units is reduced: lay it out at that width so that its text fits.
   */
  readonly columns?: number;
  /** Default `truecolor`. */
  readonly color?: TerminalColor;
  /** Default {@link darkTheme}; take the light one for terminals with a white page. */
  readonly theme?: Theme;
}

/**
 * A scene for a terminal, one line a row, without a line break at the end. Areas and images become
 * block elements in steps of an eighth, lines become braille, axes box-drawing characters, and
 * text keeps its letters. The terminal's own page stays visible where nothing is drawn.
 */
export function renderAnsi(scene: Scene, options: RenderAnsiOptions = {}): string {
  const { columns = 80, color = 'truecolor', theme = darkTheme } = options;
  const width = Math.max(cell.width, scene.width / columns);
  const size = { width, height: 2 * width };
  // Without colours bright means dense, so the picture is the one on a dark page.
  const ink = color === 'none' ? densityInk(darkTheme) : colorInk(theme);
  const grid = rasterize(scene, size, ink);
  return Array.from({ length: grid.rows }, (_, row) => renderRow(grid, row, color, theme)).join(
    '\n',
  );
}

function renderRow(grid: CellGrid, row: number, depth: TerminalColor, theme: Theme): string {
  let line = '';
  let style = plainStyle;
  let blanks = '';
  for (let column = 0; column < grid.columns; column++) {
    const { character, ...wanted } = renderCell(grid, column, row, depth, theme);
    if (character === '') continue;
    if (character === ' ' && wanted.background < 0) {
      blanks += ' ';
      continue;
    }
    if (blanks !== '' && style.background >= 0) {
      line += styleChange(style, plainStyle, depth);
      style = plainStyle;
    }
    line += blanks + styleChange(style, wanted, depth) + character;
    style = wanted;
    blanks = '';
  }
  return style === plainStyle || depth === 'none' ? line : `${line}\u001b[0m`;
}

function renderCell(
  grid: CellGrid,
  column: number,
  row: number,
  depth: TerminalColor,
  theme: Theme,
): CellStyle & { character: string } {
  const at = row * grid.columns + column;
  const samples = readCell(grid, column, row);
  const written = grid.characters[at];
  if (written !== undefined) {
    const background = depth === 'none' ? -1 : dominantColor(samples);
    const own = grid.characterColors[at]!;
    const onArea = own < 0 && background >= 0;
    const foreground = onArea ? Number.parseInt(theme.tokens.text.slice(1), 16) : own;
    return { character: written, foreground, background, bold: grid.bold[at] === 1 };
  }
  const dots = grid.dots[at]!;
  const arms = grid.lines[at]!;
  if (dots > 0 || arms > 0) {
    return {
      character: dots > 0 ? String.fromCharCode(0x2800 + dots) : boxCharacters[arms]!,
      foreground: dots > 0 ? grid.dotColors[at]! : grid.lineColors[at]!,
      background: depth === 'none' ? -1 : dominantColor(samples),
      bold: false,
    };
  }
  if (depth === 'none') return { ...plainStyle, character: fitDensities(samples) };
  return { ...fitColors(samples), bold: false };
}

/** By the sum of {@link arms}. */
const boxCharacters = Array.from(' ───│┘└┴│┐┌┬│┤├┼');
