import { extent } from 'd3-array';
import {
  edgesBetween,
  header,
  middleGap,
  nameRoom,
  pitch,
  place,
  span,
  type DrawnUnit,
  type Edge,
} from '../layouts/network-layout.js';
import type { ChartOptions } from '../records/chart-options.js';
import { circle, group, path, text } from '../scene/make-marks.js';
import type { Mark } from '../scene/mark.js';
import { expectLength } from '../scene/scene-error.js';
import type { Scene } from '../scene/scene.js';
import { fitText } from '../text/fit-text.js';
import { joinSentences } from '../text/join-sentences.js';
import type { Messages } from '../text/locale.js';
import { cell } from '../text/measure-text.js';
import { formatCount, formatFixed } from '../text/number-format.js';
import type { SolidPaint } from '../theme/paint.js';

export interface NetworkLayer {
  readonly name: string;
  readonly units: number;
  /** [units]: what each unit gives for the example on show. Default: none is shown. */
  readonly activations?: ArrayLike<number>;
  /** [units]: names of inputs or classes. */
  readonly unitNames?: readonly string[];
}

/** A network of fully connected layers. */
export interface NetworkRecord {
  readonly layers: readonly NetworkLayer[];
  /** One for each pair of neighbours: [from * to], row-major, as dense kernels are. */
  readonly weights: readonly ArrayLike<number>[];
  /** The same shape: how each weight moved in the last step. Default: nothing moved. */
  readonly changes?: readonly ArrayLike<number>[];
}

export interface NetworkDiagramOptions extends ChartOptions {
  /** Units drawn one by one in a layer; of wider layers the first and the last. Default 10. */
  readonly maxUnits?: number;
  /** The unit whose connections stand out. */
  readonly selected?: { readonly layer: number; readonly unit: number };
  /** What edges show: the weights or how they moved. Default `weights`. */
  readonly edges?: 'weights' | 'changes';
}

interface Words {
  readonly title: string;
  readonly unit: (layer: string, unit: string, value: string) => string;
  readonly weight: (from: string, to: string, weight: string) => string;
  readonly units: (count: string) => string;
  readonly more: (count: string) => string;
  readonly bundle: (count: string) => string;
  readonly finding: (units: string, weights: string) => string;
  readonly strongest: (from: string, to: string, weight: string) => string;
  readonly columns: readonly [from: string, to: string, weight: string];
  readonly key: Readonly<Record<'weights' | 'changes', readonly [up: string, down: string]>>;
}

const messages: Messages<Words> = {
  en: {
    title: 'Network',
    unit: (layer, unit, value) => `${layer}, unit ${unit}${value === '' ? '' : `: ${value}`}`,
    weight: (from, to, weight) => `${from} to ${to}: weight ${weight}`,
    units: (count) => `${count} units`,
    more: (count) => `+${count}`,
    bundle: (count) => `${count} more weights`,
    finding: (units, weights) => `A network of ${units} units with ${weights} weights.`,
    strongest: (from, to, weight) =>
      `The strongest weight shown, ${weight}, leads from ${from} to ${to}.`,
    columns: ['From', 'To', 'Weight'],
    key: { weights: ['positive', 'negative'], changes: ['grew', 'shrank'] },
  },
  ja: {
    title: 'ネットワーク',
    unit: (layer, unit, value) => `${layer}のユニット${unit}${value === '' ? '' : `: ${value}`}`,
    weight: (from, to, weight) => `${from}から${to}への重み${weight}`,
    units: (count) => `${count}ユニット`,
    more: (count) => `他${count}`,
    bundle: (count) => `他に${count}個の重み`,
    finding: (units, weights) => `${units}個のユニットと${weights}個の重みを持つネットワークです。`,
    strongest: (from, to, weight) => `図の中で最も強い重みは${from}から${to}への${weight}です。`,
    columns: ['入力側', '出力側', '重み'],
    key: { weights: ['正', '負'], changes: ['増加', '減少'] },
  },
};

/**
 * Layers as columns of nodes: brightness is activation, edges tell sign by colour and dash and
 * size by width. A layer that is wider than `maxUnits` shows its first and last units and how many
 * are left out between them. Default width 640.
 *
 * @throws SceneError `chart-record` when weights do not fit the layers.
 */
export function networkDiagram(record: NetworkRecord, options: NetworkDiagramOptions = {}): Scene {
  const { layers, weights, changes } = record;
  expectLength('networkDiagram: weights', weights, layers.length - 1);
  weights.forEach((matrix, i) => {
    const expected = layers[i]!.units * layers[i + 1]!.units;
    expectLength(`networkDiagram: weights[${i}]`, matrix, expected);
    if (changes !== undefined) expectLength(`networkDiagram: changes[${i}]`, changes[i]!, expected);
  });
  const { width = 640, locale = 'en', maxUnits = 10, selected, edges = 'weights' } = options;
  const words = messages[locale];
  const rows = Math.max(...layers.map(({ units }) => Math.min(units, maxUnits + 1)));
  const height = header + rows * pitch + cell.height;
  const margins = [
    nameRoom(layers[0]?.unitNames, width),
    nameRoom(layers.at(-1)?.unitNames, width),
  ] as const;
  const drawn = layers.map((layer, i) => {
    const share = i / Math.max(1, layers.length - 1);
    const x = margins[0] + (width - margins[0] - margins[1]) * share;
    return place(layer.units, maxUnits, Math.round(x / cell.width) * cell.width, rows);
  });
  const shownEdges = weights.flatMap((matrix, i) => {
    const moved = changes?.[i] ?? new Float32Array(matrix.length);
    const source = edges === 'changes' ? moved : matrix;
    return edgesBetween(
      i,
      drawn[i]!,
      drawn[i + 1]!,
      layers[i + 1]!.units,
      source,
      matrix,
      changes?.[i],
    );
  });
  const largest = Math.max(1e-12, ...shownEdges.map((edge) => Math.abs(edge.shown)));
  const name = (layer: number, unit: number) => unitName(layers[layer]!, unit);
  const title = options.title ?? words.title;
  const unitTotal = layers.reduce((total, { units }) => total + units, 0);
  const weightTotal = weights.reduce((total, matrix) => total + matrix.length, 0);
  const strongest = shownEdges.reduce<Edge | undefined>(
    (a, b) => (a === undefined || Math.abs(b.weight) > Math.abs(a.weight) ? b : a),
    undefined,
  );
  return {
    width,
    height,
    title,
    description: joinSentences(
      [
        words.finding(formatCount(unitTotal), formatCount(weightTotal)),
        ...(strongest === undefined
          ? []
          : [
              words.strongest(
                name(strongest.layer, strongest.from),
                name(strongest.layer + 1, strongest.to),
                formatFixed(strongest.weight, 2),
              ),
            ]),
      ],
      locale,
    ),
    table: {
      caption: title,
      columns: words.columns,
      rows: shownEdges.map((edge) => [
        name(edge.layer, edge.from),
        name(edge.layer + 1, edge.to),
        formatFixed(edge.weight, 3),
      ]),
    },
    marks: [
      ...key(words.key[edges], edges),
      ...weights.flatMap((matrix, i) =>
        bundle(i, drawn[i]!, drawn[i + 1]!, matrix.length, layers, words),
      ),
      ...shownEdges.map((edge) => edgeMark(edge, largest, edges, selected, words, name)),
      ...layers.flatMap((layer, i) =>
        layerMarks(layer, i, drawn[i]!, selected, words, nameRoom(layer.unitNames, width)),
      ),
    ],
  };
}

function unitName(layer: NetworkLayer, unit: number): string {
  return layer.unitNames?.[unit] ?? `${layer.name} ${unit}`;
}

function edgeMark(
  edge: Edge,
  largest: number,
  kind: 'weights' | 'changes',
  selected: NetworkDiagramOptions['selected'],
  words: Words,
  name: (layer: number, unit: number) => string,
): Mark {
  const { layer, from, to, start, end, shown, weight, changed } = edge;
  const size = Math.abs(shown) / largest;
  const up = shown >= 0;
  const stroke = kind === 'weights' ? (up ? 'positive' : 'negative') : up ? 'increase' : 'decrease';
  const attached =
    selected === undefined ||
    (selected.layer === layer && selected.unit === from) ||
    (selected.layer === layer + 1 && selected.unit === to);
  const d = `M${start.x + 12} ${start.y}L${end.x - 12} ${end.y}`;
  return group(
    [
      path(d, {
        stroke,
        strokeWidth: 0.5 + 4 * size,
        ...(up ? {} : { dash: [6, 4] }),
        opacity: attached ? 0.35 + 0.65 * size : 0.08,
        ...(changed && kind === 'changes' ? { flash: true } : {}),
      }),
      // Thin lines are hard to hit; this one is wide and not seen.
      path(d, { stroke: 'transparent', strokeWidth: 15, role: 'decoration' }),
    ],
    {
      id: `edge-${layer}-${from}-${to}`,
      label: words.weight(name(layer, from), name(layer + 1, to), formatFixed(weight, 3)),
      datum: { layer, from, to, weight },
    },
  );
}

/** One band for all the edges of units that are not drawn one by one. */
function bundle(
  layer: number,
  starts: readonly DrawnUnit[],
  ends: readonly DrawnUnit[],
  weights: number,
  layers: readonly NetworkLayer[],
  words: Words,
): readonly Mark[] {
  const left = span(starts, layers[layer]!.units);
  const right = span(ends, layers[layer + 1]!.units);
  const missing = weights - starts.length * ends.length;
  if (missing === 0) return [];
  const d = `M${left.x + 12} ${left.top}L${right.x - 12} ${right.top}V${right.bottom}L${left.x + 12} ${left.bottom}Z`;
  return [
    path(d, { id: `bundle-${layer}`, fill: 'surface', label: words.bundle(formatCount(missing)) }),
  ];
}

function layerMarks(
  layer: NetworkLayer,
  index: number,
  drawn: readonly DrawnUnit[],
  selected: NetworkDiagramOptions['selected'],
  words: Words,
  room: number,
): readonly Mark[] {
  const x = drawn[0]?.x ?? 0;
  const center = { align: 'middle' } as const;
  const hidden = layer.units - drawn.length;
  const [low = 0, high = 1] = extent(Array.from(layer.activations ?? [0, 1]));
  const outermost = index === 0 ? -1 : 1;
  return [
    text(x, cell.height + 8, layer.name, { ...center, bold: true }),
    text(x, 2 * cell.height + 4, words.units(formatCount(layer.units)), {
      ...center,
      fill: 'muted',
      size: 11,
    }),
    ...(hidden > 0
      ? [text(x, middleGap(drawn), words.more(formatCount(hidden)), { ...center, fill: 'muted' })]
      : []),
    ...drawn.map(({ unit, y }) => {
      const value = layer.activations?.[unit];
      const share = value === undefined ? undefined : brightness(value, low, high);
      const paint: SolidPaint = share === undefined ? 'surface' : { scale: 'ink', value: share };
      const chosen = selected?.layer === index && selected.unit === unit;
      const shown = value === undefined ? '' : formatFixed(value, 2);
      const label = layer.unitNames?.[unit];
      return group(
        [
          circle(x, y, 12, {
            fill: paint,
            stroke: chosen ? 'highlight' : 'axis',
            strokeWidth: chosen ? 4 : 1.5,
          }),
          ...(label === undefined
            ? []
            : [
                text(x + outermost * 20, y, fitText(label, 12, room - 2.5 * cell.width), {
                  align: outermost < 0 ? 'end' : 'start',
                }),
              ]),
        ],
        {
          id: `unit-${index}-${unit}`,
          label: words.unit(layer.name, label ?? String(unit), shown),
          datum: { layer: index, unit, ...(value === undefined ? {} : { value }) },
          focusable: true,
        },
      );
    }),
  ];
}

/** Black for nothing, white for the layer's largest activation. */
function brightness(value: number, low: number, high: number): number {
  const floor = Math.min(0, low);
  return high === floor ? 0 : (value - floor) / (high - floor);
}

function key([up, down]: readonly [string, string], kind: 'weights' | 'changes'): readonly Mark[] {
  const [first, second] =
    kind === 'weights' ? (['positive', 'negative'] as const) : (['increase', 'decrease'] as const);
  return [
    path(`M0 8H${2 * cell.width}`, { stroke: first, strokeWidth: 3 }),
    text(3 * cell.width, 8, kind === 'weights' ? up : `↑ ${up}`),
    path(`M${14 * cell.width} 8H${16 * cell.width}`, {
      stroke: second,
      strokeWidth: 3,
      dash: [6, 4],
    }),
    text(17 * cell.width, 8, kind === 'weights' ? down : `↓ ${down}`),
  ];
}
