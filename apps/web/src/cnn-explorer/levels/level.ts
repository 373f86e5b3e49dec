/** @file How deep the reader is in the network, as the address says it: `#/cnn/conv2/5/cell`. */
import type { Column } from '../network/columns.js';

/** `overview`, one map or unit of a `layer`, or one `cell` of a map. */
export type Level =
  | { readonly kind: 'overview' }
  | { readonly kind: 'layer' | 'cell'; readonly column: number; readonly map: number };

/** What a path asks for; what the network has not got is left out, level by level. */
export function readLevel(path: readonly string[], columns: readonly Column[]): Level {
  const [name, map = '0', cell] = path.slice(1);
  const column = columns.findIndex((one) => one.name === name);
  const found = columns[column];
  if (found === undefined) return { kind: 'overview' };
  const count = found.shape.at(-1) ?? 1;
  const index = /^\d+$/.test(map) ? Math.min(Number(map), count - 1) : 0;
  return { kind: cell === 'cell' && hasCells(found) ? 'cell' : 'layer', column, map: index };
}

/** Whether a column's maps have cells that are computed one by one. */
function hasCells({ layer }: Column): boolean {
  return (
    layer?.type === 'conv2d' || layer?.type === 'maxPooling2d' || layer?.type === 'averagePooling2d'
  );
}

/** The path of a level, without the name of the page. */
export function pathOf(level: Level, columns: readonly Column[]): readonly string[] {
  if (level.kind === 'overview') return [];
  const name = columns[level.column]?.name ?? '';
  const path = [name, String(level.map)];
  return level.kind === 'cell' ? [...path, 'cell'] : path;
}

/** One level up; undefined at the top. */
export function above(level: Level): Level | undefined {
  switch (level.kind) {
    case 'overview':
      return undefined;
    case 'layer':
      return { kind: 'overview' };
    case 'cell':
      return { ...level, kind: 'layer' };
  }
}
