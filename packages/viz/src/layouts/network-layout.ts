import { cell, textRoom } from '../text/measure-text.js';

/** Units of a layer that are drawn, with their height in the picture. */
export interface DrawnUnit {
  readonly unit: number;
  readonly x: number;
  readonly y: number;
}

/** Names and counts above the nodes. */
export const header = 3 * cell.height;
/** From one node to the next. */
export const pitch = 2 * cell.height;

/** Room beside the outermost nodes for their names. */
export function nameRoom(unitNames: readonly string[] | undefined, width: number): number {
  const names = Math.max(0, ...(unitNames ?? []).map((name) => textRoom(name, 12)));
  return Math.max(5 * cell.width, Math.min(0.3 * width, names + 3 * cell.width));
}

/** Heights of a layer's units around the middle; of a wide one the first and the last. */
export function place(
  units: number,
  maxUnits: number,
  x: number,
  rows: number,
): readonly DrawnUnit[] {
  const all = Array.from({ length: units }, (_, unit) => unit);
  const half = Math.floor(maxUnits / 2);
  const shown = units <= maxUnits + 1 ? all : [...all.slice(0, half), ...all.slice(units - half)];
  const gap = shown.length < units ? 1 : 0;
  const top = header + ((rows - shown.length - gap) / 2) * pitch;
  return shown.map((unit, i) => ({
    unit,
    x,
    y: top + (i + (gap === 1 && i >= half ? 1 : 0)) * pitch + pitch / 2,
  }));
}

/** One weight between two units that are drawn. */
export interface Edge {
  readonly layer: number;
  readonly from: number;
  readonly to: number;
  readonly start: DrawnUnit;
  readonly end: DrawnUnit;
  readonly shown: number;
  readonly weight: number;
  readonly changed: boolean;
}

export function edgesBetween(
  layer: number,
  starts: readonly DrawnUnit[],
  ends: readonly DrawnUnit[],
  width: number,
  shown: ArrayLike<number>,
  weights: ArrayLike<number>,
  changes: ArrayLike<number> | undefined,
): readonly Edge[] {
  return starts.flatMap((start) =>
    ends.map((end) => {
      const at = start.unit * width + end.unit;
      return {
        layer,
        from: start.unit,
        to: end.unit,
        start,
        end,
        shown: shown[at]!,
        weight: weights[at]!,
        changed: (changes?.[at] ?? 0) !== 0,
      };
    }),
  );
}

/** Where a column's hidden units are, or all of it where none is hidden. */
export function span(
  drawn: readonly DrawnUnit[],
  units: number,
): { x: number; top: number; bottom: number } {
  const x = drawn[0]?.x ?? 0;
  if (units > drawn.length) {
    const middle = middleGap(drawn);
    return { x, top: middle - 12, bottom: middle + 12 };
  }
  return { x, top: (drawn[0]?.y ?? 0) - 12, bottom: (drawn.at(-1)?.y ?? 0) + 12 };
}

/** Height of the gap that stands for the units left out. */
export function middleGap(drawn: readonly DrawnUnit[]): number {
  const half = drawn.length / 2;
  return (drawn[half - 1]!.y + drawn[half]!.y) / 2;
}
