import type { ColorScaleName } from '../theme/theme.js';

/** Shades of one colour scale, so that the theme decides how they look. */
export interface ScaledPixels {
  readonly scale: ColorScaleName;
  readonly columns: number;
  readonly rows: number;
  /** [rows * columns], row-major bytes: 0 is the low end of the scale, 255 the high end. */
  readonly levels: Uint8Array;
}

/** Colours as they are in the data. */
export interface ColoredPixels {
  readonly scale: 'rgb';
  readonly columns: number;
  readonly rows: number;
  /** [rows * columns * 3], row-major bytes in the order red, green, blue. */
  readonly levels: Uint8Array;
}

export type ImagePixels = ScaledPixels | ColoredPixels;

/**
 * Bytes for a colour scale: `round(255 * (value - low) / (high - low))`, held inside [0, 255].
 * Where low equals high every value becomes the middle, 128.
 */
export function toLevels(values: ArrayLike<number>, low: number, high: number): Uint8Array {
  const levels = new Uint8Array(values.length);
  const range = high - low;
  for (let i = 0; i < levels.length; i++) {
    const share = range === 0 ? 0.5 : (values[i]! - low) / range;
    levels[i] = Math.round(255 * Math.min(1, Math.max(0, share)));
  }
  return levels;
}
