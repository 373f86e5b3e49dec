import type { Mark, Scene } from '@manabi/viz';
import { exact } from './exact-number.js';
import { gates, isYes, rows, yesFrom, type Gate } from './gates.js';
import { cut, type Point } from './half-plane.js';
import type { Neuron } from './network.js';
import type { PlaneWords } from './words.js';

export interface PlanePicture {
  /** The neuron whose two inputs are the axes. */
  readonly neuron: Neuron;
  /** Names of the axes. */
  readonly axes: readonly [string, string];
  /** Where each row of the table lies: its two inputs to the neuron, and the neuron's answer. */
  readonly places: readonly {
    readonly inputs: readonly [number, number];
    readonly output: number;
  }[];
  readonly gate: Gate;
}

/**
 * A plane with one axis for each input of a neuron, the side where it says yes shaded. Points that
 * should be yes are filled, the others hollow; a cross marks each one on the wrong side.
 */
export function planeScene(picture: PlanePicture, words: PlaneWords, width: number): Scene {
  const { axes, neuron, places, gate } = picture;
  const size = Math.min(width, 440);
  const [left, top, right, bottom] = [34, 10, size - 10, size - 34];
  const xs = extent(places.map(({ inputs }) => inputs[0]));
  const ys = extent(places.map(({ inputs }) => inputs[1]));
  const x = (value: number) => left + ((value - xs[0]) / (xs[1] - xs[0])) * (right - left);
  const y = (value: number) => bottom - ((value - ys[0]) / (ys[1] - ys[0])) * (bottom - top);
  const count = places.filter(({ output }, i) => isYes(output) === (gates[gate][i] === 1)).length;
  return {
    width: size,
    height: size,
    title: words.title(axes[0], axes[1]),
    description: words.right(count),
    table: {
      caption: words.title(axes[0], axes[1]),
      columns: [words.point, axes[0], axes[1], words.answer],
      rows: rows.map((row, i) => [
        `(${row[0]}, ${row[1]})`,
        ...(places[i]?.inputs ?? []).map(exact),
        exact(places[i]?.output ?? 0),
      ]),
    },
    marks: [
      { type: 'rect', x: left, y: top, width: right - left, height: bottom - top, fill: 'surface' },
      ...yesSide(neuron, xs, ys, x, y),
      ...axis(axes, xs, ys, x, y),
      // Backwards, so that of rows in the same place the smaller circle lies on top.
      ...places
        .map((place, i) => pointMark(i, picture, words, x(place.inputs[0]), y(place.inputs[1])))
        .reverse(),
    ],
  };
}

type Range = readonly [low: number, high: number];
type Scale = (value: number) => number;

/** From the least to the greatest, with half a unit around them, and 0 to 1 at least. */
function extent(values: readonly number[]): Range {
  return [Math.min(0, ...values) - 0.5, Math.max(1, ...values) + 0.5];
}

function yesSide(
  [first = 0, second = 0, bias = 0]: Neuron,
  xs: Range,
  ys: Range,
  x: Scale,
  y: Scale,
): readonly Mark[] {
  const corners: readonly Point[] = [
    { x: xs[0], y: ys[0] },
    { x: xs[1], y: ys[0] },
    { x: xs[1], y: ys[1] },
    { x: xs[0], y: ys[1] },
  ];
  const inside = cut(corners, first, second, bias - yesFrom);
  if (inside.length === 0) return [];
  const d = (points: readonly Point[]) =>
    points
      .map(
        (point, i) => `${i === 0 ? 'M' : 'L'}${hundredths(x(point.x))} ${hundredths(y(point.y))}`,
      )
      .join('');
  const height = (point: Point) => first * point.x + second * point.y + bias - yesFrom;
  const border = inside.filter((point) => Math.abs(height(point)) < 1e-9);
  return [
    { type: 'path', id: 'yes', d: `${d(inside)}Z`, fill: 'positive', opacity: 0.18 },
    ...(border.length === 2
      ? [{ type: 'path', id: 'border', d: d(border), stroke: 'positive', strokeWidth: 3 } as const]
      : []),
  ];
}

function axis(
  [across, up]: readonly [string, string],
  xs: Range,
  ys: Range,
  x: Scale,
  y: Scale,
): readonly Mark[] {
  const wholes = ([low, high]: Range) => {
    const step = Math.max(1, Math.ceil((high - low) / 6));
    return Array.from(
      { length: Math.floor(high) - Math.ceil(low) + 1 },
      (_, i) => Math.ceil(low) + i,
    ).filter((at) => at % step === 0);
  };
  const label = (textX: number, textY: number, text: string, bold = false): Mark => ({
    type: 'text',
    role: 'axis',
    x: textX,
    y: textY,
    text,
    align: 'middle',
    fill: bold ? 'text' : 'muted',
    bold,
    size: bold ? 15 : 13,
  });
  const [bottom, left] = [y(ys[0]), x(xs[0])];
  return [
    ...wholes(xs).flatMap((at): Mark[] => [
      { type: 'path', role: 'grid', d: `M${x(at)} ${y(ys[1])}V${bottom}`, stroke: 'grid' },
      label(x(at), bottom + 14, exact(at)),
    ]),
    ...wholes(ys).flatMap((at): Mark[] => [
      { type: 'path', role: 'grid', d: `M${left} ${y(at)}H${x(xs[1])}`, stroke: 'grid' },
      label(left - 14, y(at), exact(at)),
    ]),
    label(x(xs[1]) - 14, bottom + 16, across, true),
    label(left - 16, y(ys[1]) + 14, up, true),
  ];
}

function pointMark(
  index: number,
  { places, gate }: PlanePicture,
  words: PlaneWords,
  x: number,
  y: number,
): Mark {
  const { inputs, output } = places[index]!;
  const wanted = gates[gate][index] === 1;
  const right = isYes(output) === wanted;
  const name = `(${rows[index]![0]}, ${rows[index]![1]})`;
  // Rows that come to the same place are rings around each other, their names one above the other.
  const before = places
    .slice(0, index)
    .filter((other) => String(other.inputs) === String(inputs)).length;
  const radius = 9 + 6 * before;
  return {
    type: 'group',
    id: `point-${rows[index]}`,
    label: words.pointLabel(name, wanted, right),
    children: [
      {
        type: 'circle',
        cx: x,
        cy: y,
        r: radius,
        fill: wanted ? 'text' : 'background',
        stroke: wanted ? 'background' : 'text',
        strokeWidth: 2.5,
      },
      ...(right
        ? []
        : [
            {
              type: 'path',
              d: `M${x - 15} ${y - 15}L${x + 15} ${y + 15}M${x + 15} ${y - 15}L${x - 15} ${y + 15}`,
              stroke: 'predicted',
              strokeWidth: 3.5,
            } as const,
          ]),
      // Keeps the name legible where the line passes.
      {
        type: 'rect',
        x: x - 21,
        y: y + 22 + 16 * before,
        width: 42,
        height: 16,
        radius: 4,
        fill: 'background',
        opacity: 0.85,
      },
      { type: 'text', x, y: y + 30 + 16 * before, text: name, align: 'middle', size: 13 },
    ],
  };
}

function hundredths(value: number): number {
  return Math.round(100 * value) / 100;
}
