/** @file Marks that a canvas shows: what is painted of them, and what stays in the SVG above it. */
import type { CircleMark, ImageMark, Mark, PathMark, RectMark } from '../scene/mark.js';
import type { Paint } from '../theme/paint.js';

type Shape = RectMark | CircleMark | PathMark;

/** A mark to be painted, with the sum of the transforms above it. */
export interface PaintedMark {
  readonly mark: Shape | ImageMark;
  readonly x: number;
  readonly y: number;
  readonly scale: number;
  /** Product of the opacities above it and its own, in [0, 1]. */
  readonly opacity: number;
  /** Of the innermost mark around it that has one, or its own. */
  readonly id: string | undefined;
}

interface Surroundings extends Omit<PaintedMark, 'mark'> {
  readonly isPainted: boolean;
}

const nowhere: Surroundings = {
  ...{ x: 0, y: 0, scale: 1, opacity: 1, id: undefined, isPainted: false },
};

/** What is painted of a scene, in drawing order; texts are left to the SVG. */
export function paintedMarks(
  marks: readonly Mark[],
  painted: (mark: Mark) => boolean,
): readonly PaintedMark[] {
  const found: PaintedMark[] = [];
  collect(marks, painted, nowhere, found);
  return found;
}

function collect(
  marks: readonly Mark[],
  painted: (mark: Mark) => boolean,
  around: Surroundings,
  found: PaintedMark[],
): void {
  for (const mark of marks) {
    const { x, y, scale } = around;
    const isPainted = around.isPainted || painted(mark);
    const opacity = around.opacity * (mark.opacity ?? 1);
    const id = mark.id ?? around.id;
    if (mark.type === 'group') {
      const left = x + scale * (mark.x ?? 0);
      const top = y + scale * (mark.y ?? 0);
      const inside = { x: left, y: top, scale: scale * (mark.scale ?? 1), opacity, id, isPainted };
      collect(mark.children, painted, inside, found);
    } else if (isPainted && mark.type !== 'text' && (mark.type === 'image' || isSeen(mark))) {
      found.push({ mark, x, y, scale, opacity, id });
    }
  }
}

/**
 * What the SVG keeps of a painted mark: texts, what the pointer catches, and names; undefined where
 * nothing is left.
 */
export function standIn(mark: Mark): Mark | undefined {
  switch (mark.type) {
    case 'image':
      return undefined;
    case 'text':
      return mark;
    case 'group': {
      const children = mark.children.flatMap((child) => standIn(child) ?? []);
      const isNamed = mark.id !== undefined || mark.label !== undefined;
      return children.length > 0 || isNamed ? { ...mark, children } : undefined;
    }
    case 'rect':
    case 'circle':
    case 'path': {
      const { id, fill, stroke } = mark;
      if (id === undefined && fill !== 'transparent' && stroke !== 'transparent') return undefined;
      return isSeen(mark) ? { ...mark, fill: unseen(fill), stroke: unseen(stroke) } : mark;
    }
  }
}

function isSeen({ fill, stroke }: Shape): boolean {
  return [fill, stroke].some((paint) => isColor(paint));
}

/** Whether a paint is to be seen. */
export function isColor(paint: Paint | undefined): paint is Exclude<Paint, 'none' | 'transparent'> {
  return paint !== undefined && paint !== 'none' && paint !== 'transparent';
}

/** Catches the pointer where the paint did. */
function unseen(paint: Paint = 'none'): Paint {
  return paint === 'none' ? 'none' : 'transparent';
}
