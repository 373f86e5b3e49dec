import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import type { Mark, NeuronActivation, Scene } from '@manabi/viz';
import { places, type Line } from './folding.js';
import { fixed } from '../../written-numbers/fixed.js';

export interface FoldingRecord {
  readonly first: Line;
  readonly second: Line;
  readonly between: NeuronActivation;
  /** Outputs of the two layers at {@link places}. */
  readonly values: readonly number[];
  /** The one layer: equal to them, or as near as a line comes. */
  readonly one: Line;
}

/** Texts of the picture in one language. */
export interface FoldingWords {
  readonly title: string;
  readonly finding: string;
  readonly input: string;
  readonly hidden: string;
  readonly output: string;
  readonly two: string;
  readonly one: string;
}

const diagramHeight = 96;
const plotHeight = 220;
const radius = 22;

/**
 * Two layers as a chain of three circles, and what they compute as a curve with the one layer laid
 * over it.
 *
 * @param folding - 0: two layers; 1: the middle circle has gone into the edge; between: on the way.
 */
export function foldingScene(
  record: FoldingRecord,
  words: FoldingWords,
  folding: number,
  width: number,
): Scene {
  const { values, one } = record;
  return {
    width,
    height: diagramHeight + plotHeight + 24,
    title: words.title,
    description: words.finding,
    table: {
      caption: words.title,
      columns: ['x', words.two, words.one],
      rows: places.flatMap((x, i) =>
        i % 10 === 0
          ? [[fixed(x, 1), fixed(values[i] ?? 0, 2), fixed(one.weight * x + one.bias, 2)]]
          : [],
      ),
    },
    marks: [
      // What bends between the layers keeps them apart.
      ...diagram(record, words, record.between === 'linear' ? folding : 0, width),
      ...plot(record, words, folding, width),
    ],
  };
}

function diagram(
  { first, second, between, one }: FoldingRecord,
  words: FoldingWords,
  folding: number,
  width: number,
): readonly Mark[] {
  const y = 44;
  const [left, right] = [radius + 10, width - radius - 10];
  const middle = left + (right - left) * (0.5 + 0.32 * folding);
  const bent = between !== 'linear';
  const edge = (from: number, to: number, weight: number, opacity: number): Mark => ({
    type: 'path',
    d: `M${from + radius} ${y}H${to - radius}`,
    stroke: weight < 0 ? 'negative' : 'positive',
    strokeWidth: 1 + Math.min(6, Math.abs(weight)),
    ...(weight < 0 ? { dash: [8, 5] } : {}),
    opacity,
  });
  const label = (x: number, { weight, bias }: Line, opacity: number): readonly Mark[] => [
    {
      type: 'text',
      x,
      y: y - 20,
      text: `× ${fixed(weight, 2)}`,
      align: 'middle',
      bold: true,
      opacity,
    },
    {
      type: 'text',
      x,
      y: y + 20,
      text: `${bias < 0 ? '−' : '+'} ${fixed(Math.abs(bias), 2)}`,
      align: 'middle',
      fill: 'muted',
      opacity,
    },
  ];
  const node = (x: number, name: string, below: string, opacity: number): readonly Mark[] => [
    { type: 'circle', cx: x, cy: y, r: radius, fill: 'surface', stroke: 'axis', opacity },
    { type: 'text', x, y, text: name, align: 'middle', bold: true, opacity },
    {
      type: 'text',
      x,
      y: y + radius + 14,
      text: below,
      align: 'middle',
      fill: 'muted',
      size: 12,
      opacity,
    },
  ];
  const apart = 1 - folding;
  return [
    edge(left, middle, first.weight, apart),
    edge(middle, right, second.weight, apart),
    ...(folding > 0 ? [edge(left, right, one.weight, folding)] : []),
    ...label((left + middle) / 2, first, apart),
    ...label((middle + right) / 2, second, apart),
    ...(folding > 0 ? label((left + right) / 2, one, folding) : []),
    ...node(left, 'x', words.input, 1),
    ...node(middle, bent ? (between === 'relu' ? 'ReLU' : 'σ') : 'h', words.hidden, apart),
    ...node(right, 'y', words.output, 1),
  ];
}

function plot(
  { values, one }: FoldingRecord,
  words: FoldingWords,
  folding: number,
  width: number,
): readonly Mark[] {
  const straight = places.map((x) => one.weight * x + one.bias);
  const reach = Math.max(1, ...[...values, ...straight].map(Math.abs));
  const [left, right] = [40, width - 8];
  const [top, bottom] = [diagramHeight + 36, diagramHeight + plotHeight];
  const x = scaleLinear([-2, 2], [left, right]);
  const y = scaleLinear([-reach, reach], [bottom, top]).nice(4);
  const curve = (ys: readonly number[]) =>
    line<number>(
      (_, i) => x(places[i] ?? 0),
      (value) => y(value),
    )(ys) ?? '';
  return [
    ...legend(words, folding, diagramHeight + 14),
    ...y.ticks(4).flatMap((at): Mark[] => [
      { type: 'path', role: 'grid', d: `M${left} ${y(at)}H${right}`, stroke: 'grid' },
      {
        type: 'text',
        role: 'axis',
        x: left - 8,
        y: y(at),
        text: fixed(at, reach < 2 ? 1 : 0),
        align: 'end',
        fill: 'muted',
        size: 12,
      },
    ]),
    ...[-2, -1, 0, 1, 2].map((at): Mark => ({
      type: 'text',
      role: 'axis',
      x: x(at),
      y: bottom + 16,
      text: fixed(at, 0),
      align: 'middle',
      fill: 'muted',
      size: 12,
    })),
    {
      type: 'path',
      role: 'axis',
      d: `M${left} ${y(0)}H${right}M${x(0)} ${top}V${bottom}`,
      stroke: 'axis',
    },
    {
      type: 'path',
      id: 'two-layers',
      label: words.two,
      d: curve(values),
      stroke: 'series1',
      strokeWidth: 6,
      opacity: 0.55,
    },
    {
      type: 'path',
      id: 'one-layer',
      label: words.one,
      d: curve(straight),
      stroke: 'series2',
      strokeWidth: 2.5,
      dash: [7, 5],
      opacity: folding,
    },
  ];
}

function legend(words: FoldingWords, folding: number, y: number): readonly Mark[] {
  const second = 60 + words.two.length * (/[぀-鿿]/.test(words.two) ? 13 : 7.2);
  return [
    { type: 'path', d: `M0 ${y}H28`, stroke: 'series1', strokeWidth: 6, opacity: 0.55 },
    { type: 'text', x: 36, y, text: words.two },
    {
      type: 'path',
      d: `M${second} ${y}H${second + 28}`,
      stroke: 'series2',
      strokeWidth: 2.5,
      dash: [7, 5],
      opacity: folding,
    },
    { type: 'text', x: second + 36, y, text: words.one, opacity: folding },
  ];
}
