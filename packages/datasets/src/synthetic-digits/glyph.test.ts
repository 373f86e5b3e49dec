import { describe, expect, it } from 'vitest';
import { glyphs } from './glyph.js';
import { glyphSources } from './glyphs.js';

/** Which points of a master coincide, as the index of each point's first mention. */
function joints(master: readonly string[]): number[][] {
  const points = new Map<string, number>();
  return master.map((stroke) =>
    stroke.split(' ').map((point) => {
      if (!points.has(point)) points.set(point, points.size);
      return points.get(point)!;
    }),
  );
}

describe('glyphs', () => {
  it('has several ways of writing each of the ten digits', () => {
    expect(glyphs).toHaveLength(10);
    for (const ways of glyphs) expect(ways.length).toBeGreaterThanOrEqual(2);
  });

  it.each(glyphSources.map((ways, label) => ({ label, ways })))(
    'blends only masters of $label with the same strokes and joints',
    ({ ways }) => {
      for (const { masters } of ways) {
        for (const master of masters) expect(joints(master)).toEqual(joints(masters[0]!));
      }
    },
  );

  it('has only points that are numbers', () => {
    for (const { masters } of glyphs.flat()) {
      for (const coordinates of masters) {
        for (const value of coordinates) expect(value).toBeGreaterThan(-0.2);
      }
    }
  });
});
