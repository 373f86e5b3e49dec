import { type GlyphSource, glyphSources } from './glyphs.js';

/** A way of writing a digit, ready to be blended: strokes as indices into shared points. */
export interface Glyph {
  /** Relative frequency among the ways of its digit. */
  readonly weight: number;
  /** One list of [x0, y0, x1, y1, ...] in [0, 1] per master, y down; all equally long. */
  readonly masters: readonly Float64Array[];
  /** Indices of points; a stroke whose last index is its first is closed. */
  readonly strokes: readonly (readonly number[])[];
}

/**
 * Reads a glyph's strokes. Points with equal coordinates in the first master become one point, so
 * that what is joined stays joined when points move.
 */
function readGlyph({ weight, masters }: GlyphSource): Glyph {
  const pointOf = new Map<string, number>();
  const strokes = masters[0]!.map((stroke) =>
    stroke.split(' ').map((text) => {
      const point = pointOf.get(text) ?? pointOf.size;
      pointOf.set(text, point);
      return point;
    }),
  );
  const blended = masters.map((master) => {
    const coordinates = new Float64Array(pointOf.size * 2);
    master.forEach((stroke, s) => {
      stroke.split(' ').forEach((text, k) => {
        const [x, y] = text.split(',').map(Number);
        const point = strokes[s]![k]!;
        coordinates[2 * point] = x! / 100;
        coordinates[2 * point + 1] = y! / 100;
      });
    });
    return coordinates;
  });
  return { weight, masters: blended, strokes };
}

/** The ways of writing each digit, by label. */
export const glyphs: readonly (readonly Glyph[])[] = glyphSources.map((ways) =>
  ways.map(readGlyph),
);
