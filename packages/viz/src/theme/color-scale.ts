import { interpolateRgb, piecewise } from 'd3-interpolate';
import { formatHex } from './contrast.js';

/** A colour `#rrggbb` for a number in [0, 1]; numbers outside are held at the ends. */
export type ColorScale = (value: number) => string;

const levels = 256;

/** A scale through evenly spaced colours, in 256 levels: as many as an image palette holds. */
export function colorScale(stops: readonly string[]): ColorScale {
  const interpolate: (share: number) => string = piecewise(interpolateRgb, [...stops]);
  const colors: (string | undefined)[] = [];
  return (value) => {
    const level = Math.round(Math.min(1, Math.max(0, value)) * (levels - 1));
    return (colors[level] ??= rgbToHex(interpolate(level / (levels - 1))));
  };
}

function rgbToHex(color: string): string {
  const [red, green, blue] = color.match(/\d+/g)!.map(Number);
  return formatHex(red!, green!, blue!);
}
