import type { GroupMark, Mark } from './mark.js';

/** A mark without children, with the sum of the transforms above it. */
export interface PlacedMark {
  readonly mark: Exclude<Mark, GroupMark>;
  /** Where the mark's own origin lies in the scene. */
  readonly x: number;
  readonly y: number;
  readonly scale: number;
  /** Product of the opacities above it and its own, in [0, 1]. */
  readonly opacity: number;
}

/** Every mark that draws something, in drawing order. */
export function* walkMarks(
  marks: readonly Mark[],
  x = 0,
  y = 0,
  scale = 1,
  opacity = 1,
): Generator<PlacedMark> {
  for (const mark of marks) {
    const own = opacity * (mark.opacity ?? 1);
    if (mark.type === 'group') {
      const left = x + scale * (mark.x ?? 0);
      const top = y + scale * (mark.y ?? 0);
      yield* walkMarks(mark.children, left, top, scale * (mark.scale ?? 1), own);
    } else {
      yield { mark, x, y, scale, opacity: own };
    }
  }
}
