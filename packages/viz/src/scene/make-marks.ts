/** @file Marks in one line each: place first, everything else as named fields. */
import type { CircleMark, GroupMark, Mark, PathMark, RectMark, TextMark } from './mark.js';

type Rest<T, Placed extends keyof T> = Omit<T, Placed | 'type'>;

export function rect(
  x: number,
  y: number,
  width: number,
  height: number,
  rest: Rest<RectMark, 'x' | 'y' | 'width' | 'height'> = {},
): RectMark {
  return { type: 'rect', x, y, width, height, ...rest };
}

export function circle(
  cx: number,
  cy: number,
  r: number,
  rest: Rest<CircleMark, 'cx' | 'cy' | 'r'> = {},
): CircleMark {
  return { type: 'circle', cx, cy, r, ...rest };
}

export function path(d: string, rest: Rest<PathMark, 'd'> = {}): PathMark {
  return { type: 'path', d, ...rest };
}

export function group(
  children: readonly Mark[],
  rest: Rest<GroupMark, 'children'> = {},
): GroupMark {
  return { type: 'group', children, ...rest };
}

/** A text of role `label` and size 12, unless said otherwise. */
export function text(
  x: number,
  y: number,
  content: string,
  rest: Rest<TextMark, 'x' | 'y' | 'text'> = {},
): TextMark {
  return { type: 'text', x, y, text: content, size: 12, role: 'label', ...rest };
}
