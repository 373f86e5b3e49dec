import type { Mark, Scene, Token } from '@manabi/viz';
import { scaleLinear } from 'd3-scale';

export interface FeatureScatterRecord {
  /** [n, features] */
  readonly inputs: ArrayLike<number>;
  /** [n] */
  readonly labels: ArrayLike<number>;
  readonly classNames: readonly string[];
  readonly featureNames: readonly string[];
  /** Features along the axes. */
  readonly across: number;
  readonly up: number;
  /** The class that is shown alone. */
  readonly shown: number | undefined;
  /** The row that is framed. */
  readonly selected: number | undefined;
}

export interface FeatureScatterWords {
  readonly title: string;
  readonly finding: (count: string, across: string, up: string) => string;
  readonly point: (row: string, name: string, across: string, up: string) => string;
  readonly row: string;
  readonly class: string;
}

const margin = { left: 48, right: 12, top: 56, bottom: 52 };
const height = 400;

/** Rows as points over two of their features: a colour and a shape for each class. */
export function featureScatterScene(
  record: FeatureScatterRecord,
  words: FeatureScatterWords,
  width: number,
): Scene {
  const { inputs, labels, classNames, featureNames, across, up, shown, selected } = record;
  const features = featureNames.length;
  const value = (row: number, feature: number) => inputs[row * features + feature]!;
  const rows = Array.from(labels, (_, row) => row);
  const range = (feature: number): [number, number] => {
    const values = rows.map((row) => value(row, feature));
    return [Math.min(...values), Math.max(...values)];
  };
  const x = scaleLinear(range(across), [margin.left, width - margin.right]).nice();
  const y = scaleLinear(range(up), [height - margin.bottom, margin.top]).nice();
  const axis = (feature: number) => featureNames[feature]!;
  // What is chosen lies on top.
  const drawn = rows
    .filter((row) => shown === undefined || labels[row] === shown)
    .sort((a, b) => Number(a === selected) - Number(b === selected));
  return {
    width,
    height,
    title: words.title,
    description: words.finding(String(drawn.length), axis(across), axis(up)),
    table: {
      caption: words.title,
      columns: [words.row, words.class, axis(across), axis(up)],
      rows: drawn
        .toSorted((a, b) => a - b)
        .map((row) => [
          row + 1,
          classNames[labels[row]!]!,
          value(row, across).toFixed(1),
          value(row, up).toFixed(1),
        ]),
    },
    marks: [
      ...classNames.flatMap((name, label) => legend(name, label, classNames)),
      ...x
        .ticks(Math.max(3, Math.round(width / 90)))
        .flatMap((tick) => tickMarks(x(tick), undefined, String(tick), width)),
      ...y.ticks(6).flatMap((tick) => tickMarks(undefined, y(tick), String(tick), width)),
      {
        type: 'text',
        x: width - margin.right,
        y: height - 12,
        text: `${axis(across)} →`,
        align: 'end',
        fill: 'muted',
      },
      { type: 'text', x: 0, y: margin.top - 16, text: `↑ ${axis(up)}`, fill: 'muted' },
      ...drawn.map((row): Mark => {
        const label = labels[row]!;
        const [cx, cy] = [x(value(row, across)), y(value(row, up))];
        return {
          type: 'group',
          id: `row-${row}`,
          label: words.point(
            String(row + 1),
            classNames[label]!,
            value(row, across).toFixed(1),
            value(row, up).toFixed(1),
          ),
          datum: { row },
          children: [
            { type: 'circle', cx, cy, r: 9, fill: 'transparent', role: 'decoration' },
            symbol(label, cx, cy),
            ...(row === selected
              ? [
                  {
                    type: 'circle',
                    cx,
                    cy,
                    r: 10,
                    stroke: 'highlight',
                    strokeWidth: 3,
                    role: 'highlight',
                  } as const,
                ]
              : []),
          ],
        };
      }),
    ],
  };
}

/** A circle, a square, a triangle: told apart without colour. */
function symbol(label: number, x: number, y: number): Mark {
  const fill = `series${(label % 6) + 1}` as Token;
  const r = 4.5;
  if (label % 3 === 0) return { type: 'circle', cx: x, cy: y, r, fill, opacity: 0.85 };
  const d =
    label % 3 === 1
      ? `M${x - r} ${y - r}H${x + r}V${y + r}H${x - r}Z`
      : `M${x} ${y - r - 1}L${x + r + 1} ${y + r}L${x - r - 1} ${y + r}Z`;
  return { type: 'path', d, fill, opacity: 0.85 };
}

function legend(name: string, label: number, classNames: readonly string[]): readonly Mark[] {
  const before = classNames.slice(0, label).reduce((sum, one) => sum + letters(one) + 30, 0);
  return [
    symbol(label, before + 6, 8),
    { type: 'text', x: before + 16, y: 8, text: name, size: 13, role: 'label' },
  ];
}

const letters = (text: string) =>
  Array.from(text).reduce((sum, one) => sum + (one.charCodeAt(0) > 0x2e7f ? 13 : 7.6), 0);

function tickMarks(
  x: number | undefined,
  y: number | undefined,
  text: string,
  width: number,
): readonly Mark[] {
  const [left, right] = [margin.left, width - margin.right];
  const [top, bottom] = [margin.top, height - margin.bottom];
  const d = x === undefined ? `M${left} ${y!}H${right}` : `M${x} ${top}V${bottom}`;
  return [
    { type: 'path', d, stroke: 'grid', role: 'grid' },
    x === undefined
      ? { type: 'text', x: left - 8, y: y!, text, align: 'end', fill: 'muted', role: 'axis' }
      : { type: 'text', x, y: bottom + 16, text, align: 'middle', fill: 'muted', role: 'axis' },
  ];
}
