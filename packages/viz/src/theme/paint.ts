import { blackOrWhiteOn } from './contrast.js';
import type { ColorScaleName, Theme, Token } from './theme.js';

/** A number on a colour scale: 0 is its low end, 1 its high end, 0.5 the zero of a diverging one. */
export interface ScaledPaint {
  readonly scale: ColorScaleName;
  readonly value: number;
}

/** Black or white, whichever reads better on top of another paint. */
export interface ContrastPaint {
  readonly on: SolidPaint;
}

/** A paint that becomes one colour under a theme. */
export type SolidPaint = Token | `#${string}` | ScaledPaint | ContrastPaint;

/** What a chart may ask for; the theme turns it into a colour when the scene is rendered. */
export type Paint = SolidPaint | 'none' | 'transparent';

/** The colour of a paint under a theme, as `#rrggbb`. */
export function resolvePaint(paint: SolidPaint, theme: Theme): string {
  if (typeof paint === 'string')
    return paint.startsWith('#') ? paint : theme.tokens[paint as Token];
  if ('on' in paint) return blackOrWhiteOn(resolvePaint(paint.on, theme));
  return theme.scales[paint.scale](paint.value);
}
