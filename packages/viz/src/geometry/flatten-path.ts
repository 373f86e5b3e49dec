import { SceneError } from '../scene/scene-error.js';

export type Point = readonly [x: number, y: number];

export interface Polyline {
  readonly points: readonly Point[];
  readonly closed: boolean;
}

/** Straight pieces per curve: a chart's curves are short, and a cell is eight units wide. */
const pieces = 12;

const argumentCounts: Readonly<Record<string, number>> = {
  M: 2,
  L: 2,
  H: 1,
  V: 1,
  C: 6,
  Q: 4,
  Z: 0,
};

/**
 * Path data as polylines, curves cut into straight pieces.
 *
 * @param d - absolute M, L, H, V, C, Q, Z.
 * @throws {@link SceneError} `path-command` on any other command.
 */
export function flattenPath(d: string): readonly Polyline[] {
  const lines: { points: Point[]; closed: boolean }[] = [];
  let current: Point = [0, 0];
  for (const [, command = '', rest = ''] of d.matchAll(/([A-Za-z])([^A-Za-z]*)/g)) {
    const count = argumentCounts[command];
    if (count === undefined) {
      throw new SceneError(
        'path-command',
        `path: expects the commands M, L, H, V, C, Q and Z, got "${command}"; write arcs as curves.`,
      );
    }
    const numbers = rest.match(/-?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/g)?.map(Number) ?? [];
    if (command === 'Z') {
      const line = lines.at(-1);
      if (line !== undefined) line.closed = true;
      continue;
    }
    for (let i = 0; i + count <= numbers.length; i += count) {
      const values = numbers.slice(i, i + count);
      // Pairs after the first M are lines.
      if (command === 'M' && i === 0) {
        current = [values[0]!, values[1]!];
        lines.push({ points: [current], closed: false });
      } else {
        const added = follow(command, current, values);
        lines.at(-1)?.points.push(...added);
        current = added.at(-1)!;
      }
    }
  }
  return lines;
}

function follow(command: string, [x, y]: Point, v: readonly number[]): readonly Point[] {
  switch (command) {
    case 'H':
      return [[v[0]!, y]];
    case 'V':
      return [[x, v[0]!]];
    case 'C':
      return curve((t) => {
        const s = 1 - t;
        const [a, b, c, d] = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t];
        return [
          a * x + b * v[0]! + c * v[2]! + d * v[4]!,
          a * y + b * v[1]! + c * v[3]! + d * v[5]!,
        ];
      });
    case 'Q':
      return curve((t) => {
        const s = 1 - t;
        return [
          s * s * x + 2 * s * t * v[0]! + t * t * v[2]!,
          s * s * y + 2 * s * t * v[1]! + t * t * v[3]!,
        ];
      });
    default:
      return [[v[0]!, v[1]!]];
  }
}

function curve(at: (t: number) => Point): readonly Point[] {
  return Array.from({ length: pieces }, (_, i) => at((i + 1) / pieces));
}
