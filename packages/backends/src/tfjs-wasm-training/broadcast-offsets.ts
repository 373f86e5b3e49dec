/**
 * For every place of `to` in reading order, the place of `from` that stands there when `from` is
 * broadcast: dimensions align at the end, and a length of one repeats.
 */
export function broadcastOffsets(from: readonly number[], to: readonly number[]): number[] {
  const missing = to.length - from.length;
  let offsets = [0];
  to.forEach((length, axis) => {
    const own = axis < missing ? 1 : from[axis - missing]!;
    offsets = offsets.flatMap((offset) =>
      Array.from({ length }, (_, i) => offset * own + (own === 1 ? 0 : i)),
    );
  });
  return offsets;
}
