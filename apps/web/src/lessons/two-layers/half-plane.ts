/** @file The part of a rectangle where a neuron says yes. Its edge is a straight line, always. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * Cuts a polygon with `a x + b y + c >= 0` (Sutherland and Hodgman 1974, one edge).
 *
 * @returns Its corners in order; none where nothing is left.
 */
export function cut(polygon: readonly Point[], a: number, b: number, c: number): readonly Point[] {
  const height = ({ x, y }: Point) => a * x + b * y + c;
  return polygon.flatMap((point, i) => {
    const next = polygon[(i + 1) % polygon.length]!;
    const [here, there] = [height(point), height(next)];
    const kept = here >= 0 ? [point] : [];
    // A corner on the line is kept as it is, not cut.
    if (here * there >= 0) return kept;
    const share = here / (here - there);
    return [
      ...kept,
      { x: point.x + share * (next.x - point.x), y: point.y + share * (next.y - point.y) },
    ];
  });
}
