import {
  drawnEdges,
  edgeMark,
  writtenWeights,
  type Edge,
  type EdgeView,
} from '../guides/network-edges.js';
import { networkKey, type KeyEntry } from '../guides/network-key.js';
import { imageMarks, layerMarks } from '../guides/network-nodes.js';
import { networkLayout, span, type DrawnLayer } from '../layouts/network-layout.js';
import type { ChartOptions } from '../records/chart-options.js';
import {
  checkNetwork,
  type NetworkRecord,
  type NetworkSelection,
} from '../records/network-record.js';
import { path } from '../scene/make-marks.js';
import type { Mark } from '../scene/mark.js';
import type { Scene } from '../scene/scene.js';
import { joinSentences } from '../text/join-sentences.js';
import type { Messages } from '../text/locale.js';
import { formatCount, formatFixed, formatNumber } from '../text/number-format.js';

export interface NetworkDiagramOptions extends ChartOptions {
  /** Units drawn one by one in a layer; of wider layers the first and the last. Default 10. */
  readonly maxUnits?: number;
  /**
   * The unit whose connections stand out and tell their weights, or the connection that does.
   * Both stay while the reader points elsewhere.
   */
  readonly selected?: NetworkSelection;
  /** What the reader points at: its connections alone stand out. */
  readonly hovered?: NetworkSelection;
  /** What edges show: the weights, how they moved, or both side by side. Default `weights`. */
  readonly edges?: EdgeView;
  /** Whether nodes are large and hold their numbers. Default false. */
  readonly values?: boolean;
  /** Whether what moved flashes. Default: where edges show changes only. */
  readonly flash?: boolean;
}

interface Words {
  readonly title: string;
  readonly unit: (layer: string, unit: string, value: string) => string;
  readonly weight: (from: string, to: string, weight: string) => string;
  readonly change: (change: string) => string;
  readonly units: (count: string) => string;
  readonly more: (count: string) => string;
  readonly bundle: (count: string) => string;
  readonly finding: (units: string, weights: string) => string;
  readonly strongest: (from: string, to: string, weight: string) => string;
  readonly noWeights: string;
  readonly silenced: string;
  readonly columns: readonly [from: string, to: string, weight: string];
  readonly key: {
    readonly weights: readonly [positive: string, negative: string];
    readonly changes: readonly [grew: string, shrank: string];
    readonly thickest: (size: string) => string;
    readonly sinceLastStep: (thickest: string) => string;
    readonly brightness: string;
  };
}

const messages: Messages<Words> = {
  en: {
    title: 'Network',
    unit: (layer, unit, value) => `${layer}, unit ${unit}${value === '' ? '' : `: ${value}`}`,
    weight: (from, to, weight) => `${from} to ${to}: weight ${weight}`,
    change: (change) => `, last change ${change}`,
    units: (count) => `${count} units`,
    more: (count) => `+${count}`,
    bundle: (count) => `${count} more weights`,
    finding: (units, weights) => `A network of ${units} units with ${weights} weights.`,
    strongest: (from, to, weight) =>
      `The strongest weight shown, ${weight}, leads from ${from} to ${to}.`,
    noWeights: 'It has no weights yet.',
    silenced: ', silenced',
    columns: ['From', 'To', 'Weight'],
    key: {
      weights: ['positive', 'negative'],
      changes: ['grew', 'shrank'],
      thickest: (size) => `thickest: ${size}`,
      sinceLastStep: (thickest) => `since the last step${thickest === '' ? '' : `, ${thickest}`}`,
      brightness: 'activation, low to high in each layer',
    },
  },
  ja: {
    title: 'ネットワーク',
    unit: (layer, unit, value) => `${layer}のニューロン${unit}${value === '' ? '' : `：${value}`}`,
    weight: (from, to, weight) => `${from}から${to}への重み${weight}`,
    change: (change) => `（直前の変化${change}）`,
    units: (count) => `${count}ニューロン`,
    more: (count) => `他${count}`,
    bundle: (count) => `他に${count}個の重み`,
    finding: (units, weights) =>
      `${units}個のニューロンと${weights}個の重みを持つネットワークです。`,
    strongest: (from, to, weight) => `図の中で最も強い重みは${from}から${to}への${weight}です。`,
    noWeights: '重みはまだありません。',
    silenced: '（停止中）',
    columns: ['入力側', '出力側', '重み'],
    key: {
      weights: ['正', '負'],
      changes: ['増加', '減少'],
      thickest: (size) => `最も太い線：${size}`,
      sinceLastStep: (thickest) => `直前の更新での変化${thickest === '' ? '' : `、${thickest}`}`,
      brightness: '活性化の大きさ（層ごとに暗→明）',
    },
  },
};

/**
 * Layers as columns of nodes: brightness is activation, edges tell sign by colour and size by
 * width; a second channel (dash, or where changes are dashed a hollow line) tells sign without
 * colour. A layer that is wider than `maxUnits` shows its first and last units and how many are
 * left out between them. Default width 640.
 *
 * @throws SceneError `chart-record` when weights, changes or pixels do not fit the layers.
 */
export function networkDiagram(record: NetworkRecord, options: NetworkDiagramOptions = {}): Scene {
  checkNetwork('networkDiagram', record);
  const { layers, weights = [] } = record;
  const { width = 640, locale = 'en', maxUnits = 10, values = false } = options;
  const { selected, hovered, edges: view = 'weights' } = options;
  const words = messages[locale];
  const layout = networkLayout(record, { width, maxUnits, values });
  const drawn = layout.layers;
  const pitch = Math.min(...drawn.slice(1).map(({ x }, i) => x - drawn[i]!.x));
  const edges = drawnEdges(record, drawn);
  const largestWeight = largest(edges.map(({ weight = 0 }) => weight));
  const largestChange = largest(edges.map(({ change }) => change));
  const name = (layer: number, unit: number) =>
    layers[layer]!.unitNames?.[unit] ?? `${layers[layer]!.name} ${unit + 1}`;
  const label = ({ layer, from, to, weight, change }: Edge) =>
    words.weight(
      name(layer, from),
      name(layer + 1, to),
      weight === undefined ? '' : formatFixed(weight, 3),
    ) + (view === 'weights' || change === 0 ? '' : words.change(signed(change)));
  const title = options.title ?? words.title;
  const unitTotal = layers.reduce((total, { units }) => total + units, 0);
  const weightTotal = layers.slice(1).reduce((n, { units }, i) => n + units * layers[i]!.units, 0);
  const strongest = edges.reduce<Edge | undefined>(
    (a, b) => (Math.abs(b.weight ?? 0) > Math.abs(a?.weight ?? 0) ? b : a),
    undefined,
  );
  const style = {
    ...{ view, selected, hovered, largestWeight, largestChange, label },
    flash: options.flash ?? view === 'changes',
  };
  const keyLines =
    view === 'both' ? bothKey(words, largestWeight, largestChange) : shortKey(words, view);
  const key = networkKey(keyLines, view === 'both' ? layout.height : 0, width);
  return {
    width,
    height: layout.height + (view === 'both' ? key.height : 0),
    title,
    description: joinSentences(
      [
        words.finding(formatCount(unitTotal), formatCount(weightTotal)),
        ...(record.weights === undefined ? [words.noWeights] : []),
        ...(strongest?.weight === undefined
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
      rows: edges.map(({ layer, from, to, weight }) => [
        name(layer, from),
        name(layer + 1, to),
        weight === undefined ? '' : formatFixed(weight, 3),
      ]),
    },
    marks: [
      ...key.marks,
      ...weights.flatMap((matrix, i) =>
        bundle(i, drawn[i]!, drawn[i + 1]!, matrix.length, layers[i]!.units, words),
      ),
      ...layers.flatMap((layer, i) => imageMarks(layer, i, drawn[i]!)),
      ...edges.map((edge) => edgeMark(edge, style)),
      ...layers.flatMap((layer, i) =>
        layerMarks(layer, i, drawn[i]!, {
          ...{ selected, hovered, values, units: words.units, more: words.more },
          ...{ label: words.unit, silenced: words.silenced },
          ...{ pitch, room: i === 0 ? layout.margins[0] : layout.margins[1] },
        }),
      ),
      ...(view === 'both' ? writtenWeights(edges, selected) : []),
    ],
  };
}

function largest(numbers: readonly number[]): number {
  return numbers.reduce((most, number) => Math.max(most, Math.abs(number)), 1e-12);
}

function signed(change: number): string {
  return `${change > 0 ? '+' : ''}${formatNumber(change)}`;
}

/** One band for all the edges of units that are not drawn one by one. */
function bundle(
  layer: number,
  starts: DrawnLayer,
  ends: DrawnLayer,
  weights: number,
  from: number,
  words: Words,
): readonly Mark[] {
  const left = span(starts, from);
  const right = span(ends, weights / from);
  const missing = weights - starts.units.length * ends.units.length;
  if (missing === 0) return [];
  const [x0, x1] = [left.x + starts.radius, right.x - ends.radius];
  const d = `M${x0} ${left.top}L${x1} ${right.top}V${right.bottom}L${x0} ${left.bottom}Z`;
  return [
    path(d, { id: `bundle-${layer}`, fill: 'surface', label: words.bundle(formatCount(missing)) }),
  ];
}

function shortKey({ key }: Words, view: 'weights' | 'changes'): readonly (readonly KeyEntry[])[] {
  const [first, second] =
    view === 'weights' ? (['positive', 'negative'] as const) : (['increase', 'decrease'] as const);
  const [up, down] = key[view];
  const arrows = view === 'weights' ? ['', ''] : ['↑ ', '↓ '];
  return [
    [
      { kind: 'line', text: `${arrows[0]}${up}`, stroke: first, width: 3 },
      { kind: 'line', text: `${arrows[1]}${down}`, stroke: second, width: 3, dash: [6, 4] },
    ],
  ];
}

function bothKey(
  { key }: Words,
  largestWeight: number,
  largestChange: number,
): readonly (readonly KeyEntry[])[] {
  const [positive, negative] = key.weights;
  const [grew, shrank] = key.changes;
  const thickest = (size: number) => (size > 1e-12 ? key.thickest(formatNumber(size)) : '');
  return [
    [
      { kind: 'line', text: positive, stroke: 'positive', width: 5 },
      { kind: 'line', text: negative, stroke: 'negative', width: 5, hollow: true },
      { kind: 'text', text: thickest(largestWeight) },
    ],
    [
      { kind: 'line', text: `↑ ${grew}`, stroke: 'increase', width: 3, dash: [9, 4] },
      { kind: 'line', text: `↓ ${shrank}`, stroke: 'decrease', width: 3, dash: [2, 4] },
      { kind: 'text', text: key.sinceLastStep(thickest(largestChange)) },
    ],
    [{ kind: 'brightness', text: key.brightness }],
  ];
}
