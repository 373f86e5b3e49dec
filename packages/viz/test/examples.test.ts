import { contrastRatio, darkTheme, lightTheme, renderSvg, type Scene } from '@manabi/viz';
import { describe, expect, it } from 'vitest';
import { measureText } from '../src/text/measure-text.js';
import { walkMarks } from '../src/scene/walk-marks.js';
import { backgroundAt } from './background-at.js';
import { startValues, type ChartExample, type ControlValues } from './examples/chart-example.js';
import { examples } from './examples/index.js';
import { resolvePaint } from '../src/theme/paint.js';
import type { Mark } from '../src/scene/mark.js';

const cases = examples.flatMap((example) => {
  const variants: Readonly<Record<string, ControlValues>> = example.variants ?? {};
  return [
    { file: example.name, example, values: startValues(example) },
    ...Object.entries(variants).map(([variant, values]) => ({
      file: `${example.name}.${variant}`,
      example,
      values,
    })),
  ];
});

function both(example: ChartExample, values: ControlValues, width?: number): readonly Scene[] {
  const size = width === undefined ? {} : { width };
  return (['en', 'ja'] as const).map((locale) => example.draw(values, { locale, ...size }));
}

function identifiers(marks: readonly Mark[]): readonly string[] {
  return marks.flatMap((mark) => [
    ...(mark.id === undefined ? [] : [mark.id]),
    ...(mark.type === 'group' ? identifiers(mark.children) : []),
  ]);
}

describe.each(cases)('$file', ({ file, example, values }) => {
  it('draws what its golden file shows', async () => {
    const svg = renderSvg(example.draw(values, { locale: 'en' }));
    await expect(svg).toMatchFileSnapshot(`golden/${file}.svg`);
  });

  it('gives every mark an id of its own', () => {
    for (const scene of both(example, values)) {
      const ids = identifiers(scene.marks);
      expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
    }
  });

  it('has a title, a finding and a table whose rows fit its columns', () => {
    for (const scene of both(example, values)) {
      expect(scene.title).not.toBe('');
      expect(scene.description).toMatch(/[.。]$/);
      for (const row of scene.table.rows) expect(row).toHaveLength(scene.table.columns.length);
    }
  });

  it('speaks Japanese', () => {
    const [, japanese] = both(example, values);
    expect(japanese!.title).toMatch(/[\u3040-\u9fff]/);
    expect(japanese!.description).toMatch(/[\u3040-\u9fff]/);
    expect(japanese!.table.columns.join()).toMatch(/[\u3040-\u9fff]/);
  });

  it.each([undefined, 320, 960])('keeps every text inside a picture of width %s', (width) => {
    for (const scene of both(example, values, width)) {
      for (const { mark, x, y, scale } of walkMarks(scene.marks)) {
        if (mark.type !== 'text') continue;
        const size = mark.size ?? 13;
        // Bold letters are up to a tenth wider.
        const width = measureText(mark.text, size) * scale * (mark.bold === true ? 1.1 : 1);
        const share = { start: 0, middle: 0.5, end: 1 }[mark.align ?? 'start'];
        const left = x + scale * mark.x - share * width;
        const middle = y + scale * mark.y;
        expect(left, mark.text).toBeGreaterThanOrEqual(-1);
        expect(left + width, mark.text).toBeLessThanOrEqual(scene.width + 1);
        expect(middle - (scale * size) / 2, mark.text).toBeGreaterThanOrEqual(-1);
        expect(middle + (scale * size) / 2, mark.text).toBeLessThanOrEqual(scene.height + 1);
      }
    }
  });

  it.each([lightTheme, darkTheme])('has readable text on a $name page', (theme) => {
    const scene = example.draw(values, { locale: 'en' });
    const placed = [...walkMarks(scene.marks)];
    placed.forEach(({ mark, opacity }, i) => {
      if (mark.type !== 'text' || opacity === 0) return;
      const paint = mark.fill ?? 'text';
      if (paint === 'none' || paint === 'transparent') return;
      const ratio = contrastRatio(resolvePaint(paint, theme), backgroundAt(placed, i, theme));
      expect(ratio, `"${mark.text}" in ${JSON.stringify(paint)}`).toBeGreaterThanOrEqual(4.5);
    });
  });
});
