import { formatHex, parseHex } from './contrast.js';

/** A colour `#rrggbb` for a number in [0, 1]; numbers outside are held at the ends. */
export type ColorScale = (value: number) => string;

const levels = 256;

/**
 * A scale through evenly spaced colours `#rrggbb`, in 256 levels: as many as an image palette holds.
 * Between two colours each byte changes evenly.
 */
export function colorScale(stops: readonly string[]): ColorScale {
  const bytes = stops.map(parseHex);
  const colors: (string | undefined)[] = [];
  return (value) => {
    const level = Math.round(Math.min(1, Math.max(0, value)) * (levels - 1));
    return (colors[level] ??= between(bytes, level / (levels - 1)));
  };
}

function between(stops: readonly (readonly number[])[], share: number): string {
  const place = share * (stops.length - 1);
  const first = Math.min(Math.floor(place), stops.length - 2);
  const mixed = [0, 1, 2].map((channel) => {
    const from = stops[first]![channel]!;
    return Math.round(from + (stops[first + 1]![channel]! - from) * (place - first));
  });
  return formatHex(mixed[0]!, mixed[1]!, mixed[2]!);
}
