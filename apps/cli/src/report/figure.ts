import { darkTheme, lightTheme, renderSvg, renderTableHtml, type Scene } from '@manabi/viz';
import { escapeHtml } from './html.js';

/** Lays a chart out for a width in CSS pixels. */
export type Draw = (width: number) => Scene;

/**
 * Widths in CSS pixels that a chart is laid out for: on a wide screen and on paper, between whose
 * columns it lies, as it grows and shrinks with them; and on a phone.
 */
export interface Widths {
  readonly wide: number;
  readonly narrow: number;
}

/** The whole column of the page: 984 on a screen, about 690 on paper. */
const fullWidth: Widths = { wide: 760, narrow: 320 };

/**
 * A chart for every screen; what it finds, in words; and its numbers to unfold.
 *
 * @param numbers - what the unfolding is called; undefined: it has none.
 */
export function figure(draw: Draw, numbers?: string, widths = fullWidth): string {
  const { description, table } = draw(widths.wide);
  return [
    '<figure>',
    drawing(draw, widths),
    `<figcaption>${escapeHtml(description)}</figcaption>`,
    numbers === undefined
      ? ''
      : `<details><summary>${escapeHtml(numbers)}</summary><div class="scroll" tabindex="0" role="group" aria-label="${escapeHtml(table.caption)}">${renderTableHtml(table)}</div></details>`,
    '</figure>',
  ].join('\n');
}

/** The chart alone, at two widths and in two colour schemes, of which the page shows one. */
export function drawing(draw: Draw, { wide, narrow }: Widths): string {
  return `<div class="wide">${inThemes(draw(wide))}</div><div class="narrow">${inThemes(draw(narrow))}</div>`;
}

function inThemes(scene: Scene): string {
  const inTheme = (name: 'light' | 'dark', theme: typeof lightTheme) =>
    `<div class="${name}">${renderSvg(scene, { theme, background: false })}</div>`;
  return inTheme('light', lightTheme) + inTheme('dark', darkTheme);
}
