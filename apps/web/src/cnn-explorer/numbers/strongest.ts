/**
 * Where the numbers of largest size are, the largest first and of equal ones the earlier first.
 * Thousands need no order among themselves to find a few, as a page does for every moment of time.
 */
export function strongest(values: ArrayLike<number>, count: number): readonly number[] {
  const size = (i: number) => Math.abs(values[i]!);
  const sizes = Float64Array.from(values, Math.abs).sort();
  const least = sizes[Math.max(0, sizes.length - count)]!;
  const found: number[] = [];
  // Not `>=`: what is not a number is listed too.
  for (let i = 0; i < values.length; i++) if (!(size(i) < least)) found.push(i);
  return found.sort((a, b) => size(b) - size(a) || a - b).slice(0, count);
}
