import { darkTheme, lightTheme, renderSvg, renderTableHtml, type Scene } from '@manabi/viz';
import { escapeHtml } from './html.js';

/**
 * A chart in both colour schemes, of which the page shows one; what it finds, in words; and its
 * numbers to unfold.
 *
 * @param numbers - what the unfolding is called; undefined: it has none.
 */
export function figure(scene: Scene, numbers?: string): string {
  return [
    '<figure>',
    drawing(scene),
    `<figcaption>${escapeHtml(scene.description)}</figcaption>`,
    numbers === undefined
      ? ''
      : `<details><summary>${escapeHtml(numbers)}</summary>${renderTableHtml(scene.table)}</details>`,
    '</figure>',
  ].join('\n');
}

/** The chart alone. */
export function drawing(scene: Scene): string {
  const inTheme = (name: 'light' | 'dark', theme: typeof lightTheme) =>
    `<div class="${name}">${renderSvg(scene, { theme, background: false })}</div>`;
  return inTheme('light', lightTheme) + inTheme('dark', darkTheme);
}
