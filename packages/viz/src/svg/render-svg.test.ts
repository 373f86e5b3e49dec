import { describe, expect, it } from 'vitest';
import { circle, group, path, rect, text } from '../scene/make-marks.js';
import type { Mark } from '../scene/mark.js';
import type { Scene } from '../scene/scene.js';
import { darkTheme, lightTheme } from '../theme/themes.js';
import { renderSvg } from './render-svg.js';
import { renderTableHtml } from './render-table-html.js';

function scene(...marks: readonly Mark[]): Scene {
  const table = { caption: 'T', columns: ['a', 'b'], rows: [['x<y', 1]] };
  return { width: 20, height: 10, title: 'A & B', description: 'x < y.', table, marks };
}

describe('renderSvg', () => {
  it('carries title and finding, with what XML reserves escaped', () => {
    const svg = renderSvg(scene(text(0, 5, '"<&>"')));
    expect(svg).toContain('role="img"');
    expect(svg).toContain('<title>A &amp; B</title>');
    expect(svg).toContain('<desc>x &lt; y.</desc>');
    expect(svg).toContain('>&quot;&lt;&amp;&gt;&quot;</text>');
  });

  it('rounds to two decimals, also inside paths, and writes no negative zero', () => {
    const svg = renderSvg(scene(path('M0.1234,5L1e-7,2.999', {}), circle(-0.001, 1 / 3, 2)));
    expect(svg).toContain('d="M0.12,5L1e-7,3"');
    expect(svg).toContain('cx="0" cy="0.33" r="2"');
  });

  it('colours by theme, and numbers on a colour in black or white', () => {
    const paint = { scale: 'ink', value: 1 } as const;
    const shown = scene(
      rect(0, 0, 9, 9, { fill: 'truth' }),
      text(1, 1, '1', { fill: { on: paint } }),
    );
    expect(renderSvg(shown)).toContain(lightTheme.tokens.truth);
    expect(renderSvg(shown, { theme: darkTheme })).toContain(darkTheme.tokens.truth);
    expect(renderSvg(shown)).toContain('fill="#000000"');
  });

  it('leaves the page out when asked', () => {
    expect(renderSvg(scene(), { background: false })).not.toContain('<rect');
    expect(renderSvg(scene())).toContain(`fill="${lightTheme.tokens.background}"`);
  });

  it('moves and scales groups and names marks by their id', () => {
    const svg = renderSvg(scene(group([], { id: 'g', x: 3, scale: 2, label: 'tip' })));
    expect(svg).toContain('<g data-mark="g" transform="translate(3 0) scale(2)">');
    expect(svg).toContain('<title>tip</title>');
  });
});

describe('renderTableHtml', () => {
  it('writes a table with a caption, and headers for columns and rows', () => {
    const html = renderTableHtml(scene().table);
    expect(html).toContain('<caption>T</caption>');
    expect(html).toContain('<th scope="col">a</th>');
    expect(html).toContain('<th scope="row">x&lt;y</th><td>1</td>');
  });
});
