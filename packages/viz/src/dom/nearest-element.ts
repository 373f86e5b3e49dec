/** The direction of each arrow key, as [x, y]. */
export const arrowKeys: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

function center(element: Element): readonly [number, number] {
  const { left, top, width, height } = element.getBoundingClientRect();
  return [left + width / 2, top + height / 2];
}

/**
 * The element that an arrow key leads to: the nearest within 45 degrees of the direction, the
 * way sideways counted twice; undefined at the edge.
 */
export function nearestElement(
  from: Element,
  candidates: readonly Element[],
  [dx, dy]: readonly [number, number],
): Element | undefined {
  const [x, y] = center(from);
  let best: Element | undefined;
  let least = Infinity;
  for (const candidate of candidates) {
    const [cx, cy] = center(candidate);
    const ahead = (cx - x) * dx + (cy - y) * dy;
    const aside = Math.abs((cx - x) * dy + (cy - y) * dx);
    if (candidate === from || ahead <= 0 || aside > ahead) continue;
    const distance = ahead + 2 * aside;
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best;
}
