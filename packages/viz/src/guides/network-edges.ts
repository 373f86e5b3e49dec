import type { DrawnLayer, DrawnUnit } from '../layouts/network-layout.js';
import type { NetworkRecord, NetworkSelection } from '../records/network-record.js';
import { group, path, rect, text } from '../scene/make-marks.js';
import type { Mark } from '../scene/mark.js';
import { measureText } from '../text/measure-text.js';
import { formatFixed } from '../text/number-format.js';

/**
 * What connections show: the weights, how they moved in the last step, or the weight with its
 * movement beside it.
 */
export type EdgeView = 'weights' | 'changes' | 'both';

/** One weight between two units that are drawn. */
export interface Edge {
  readonly layer: number;
  readonly from: number;
  readonly to: number;
  readonly start: DrawnUnit;
  readonly startRadius: number;
  readonly end: DrawnUnit;
  readonly endRadius: number;
  /** Undefined before the first weights. */
  readonly weight: number | undefined;
  readonly change: number;
}

/** All connections whose two ends are drawn. */
export function drawnEdges(
  { layers, weights, changes }: NetworkRecord,
  drawn: readonly DrawnLayer[],
): readonly Edge[] {
  return drawn.slice(1).flatMap((ends, layer) => {
    const starts = drawn[layer]!;
    const columns = layers[layer + 1]!.units;
    return starts.units.flatMap((start) =>
      ends.units.map((end) => {
        const at = start.unit * columns + end.unit;
        return {
          layer,
          from: start.unit,
          to: end.unit,
          start,
          startRadius: starts.radius,
          end,
          endRadius: ends.radius,
          weight: weights?.[layer]![at],
          change: changes?.[layer]![at] ?? 0,
        };
      }),
    );
  });
}

export interface EdgeStyle {
  readonly view: EdgeView;
  readonly selected: NetworkSelection | undefined;
  readonly hovered: NetworkSelection | undefined;
  /** Size of the weight and of the change that are drawn thickest; above 0. */
  readonly largestWeight: number;
  readonly largestChange: number;
  /** Whether what moved flashes. */
  readonly flash: boolean;
  readonly label: (edge: Edge) => string;
}

/** A connection with an unseen wide line on top, because thin ones are hard to hit. */
export function edgeMark(edge: Edge, style: EdgeStyle): Mark {
  const { layer, from, to, start, end, weight } = edge;
  const length = Math.hypot(end.x - start.x, end.y - start.y) || 1;
  const [dx, dy] = [(end.x - start.x) / length, (end.y - start.y) / length];
  const at = (unit: DrawnUnit, along: number) => `${unit.x + dx * along} ${unit.y + dy * along}`;
  const straight = `M${at(start, edge.startRadius)}L${at(end, -edge.endRadius)}`;
  const beside: Beside = (aside, mark) => group([mark], { x: dy * aside, y: -dx * aside });
  return group(
    [
      ...(style.view === 'changes'
        ? changeView(edge, style, straight)
        : weightView(edge, style, straight, beside)),
      path(straight, { stroke: 'transparent', strokeWidth: 15 }),
    ],
    {
      id: `edge-${layer}-${from}-${to}`,
      role: 'decoration',
      label: style.label(edge),
      datum: { layer, from, to, ...(weight === undefined ? {} : { weight }) },
    },
  );
}

/** Moves a mark sideways, to the left of the connection's direction. */
type Beside = (aside: number, mark: Mark) => Mark;

/** The change alone: colour and dash for its direction, width for its size. */
function changeView(edge: Edge, style: EdgeStyle, straight: string): readonly Mark[] {
  const { change } = edge;
  const size = Math.abs(change) / style.largestChange;
  const up = change >= 0;
  return [
    path(straight, {
      stroke: up ? 'increase' : 'decrease',
      strokeWidth: 0.5 + 4 * size,
      ...(up ? {} : { dash: [6, 4] }),
      opacity: isAttached(edge, style) ? 0.35 + 0.65 * size : 0.08,
      ...(change !== 0 && style.flash ? { flash: true } : {}),
    }),
  ];
}

/**
 * The weight: colour for its sign, width for its size. Alone it is dashed where it is negative;
 * with the change beside it, whose dashes tell the direction, it is hollow there.
 */
function weightView(
  edge: Edge,
  style: EdgeStyle,
  straight: string,
  beside: Beside,
): readonly Mark[] {
  const { weight } = edge;
  const attached = isAttached(edge, style);
  if (weight === undefined) {
    return [path(straight, { stroke: 'axis', opacity: attached ? 0.45 : 0.15 })];
  }
  const both = style.view === 'both';
  const size = Math.abs(weight) / style.largestWeight;
  const width = 0.5 + (both ? 5 : 4) * size;
  const chosen = isChosen(edge, style.selected) || isChosen(edge, style.hovered);
  const opacity = chosen ? 1 : attached ? 0.35 + 0.65 * size : 0.08;
  const negative = weight < 0;
  return [
    ...(chosen
      ? [path(straight, { stroke: 'highlight', strokeWidth: width + 6, opacity: 0.5 })]
      : []),
    path(straight, {
      stroke: negative ? 'negative' : 'positive',
      strokeWidth: width,
      ...(negative && !both ? { dash: [6, 4] } : {}),
      opacity,
    }),
    ...(negative && both && attached && width > 2.5
      ? [path(straight, { stroke: 'background', strokeWidth: 0.45 * width })]
      : []),
    ...(both && attached
      ? moved(edge, style, straight).map((mark) => beside(width / 2 + 2, mark))
      : []),
  ];
}

/** How the weight moved, as a dashed line beside it: long dashes up, dots down. */
function moved({ change }: Edge, style: EdgeStyle, d: string): readonly Mark[] {
  const size = Math.abs(change) / style.largestChange;
  if (size < 0.02) return [];
  return [
    path(d, {
      stroke: change > 0 ? 'increase' : 'decrease',
      strokeWidth: 1 + 2 * size,
      dash: change > 0 ? [9, 4] : [2, 4],
      opacity: 0.25 + 0.75 * size,
      ...(style.flash ? { flash: true } : {}),
    }),
  ];
}

/** Whether a connection belongs to what the reader points at, or to everything. */
function isAttached(edge: Edge, { selected, hovered }: EdgeStyle): boolean {
  const shown = hovered ?? selected;
  if (shown === undefined) return true;
  return shown.from === undefined
    ? (shown.layer === edge.layer && shown.unit === edge.from) ||
        (shown.layer === edge.layer + 1 && shown.unit === edge.to)
    : shown.layer === edge.layer + 1 && shown.unit === edge.to;
}

function isChosen(edge: Edge, chosen: NetworkSelection | undefined): boolean {
  return chosen?.from === edge.from && chosen.layer === edge.layer + 1 && chosen.unit === edge.to;
}

/** The weights that lead to a unit, written on its connections near their other ends. */
export function writtenWeights(
  edges: readonly Edge[],
  selected: NetworkSelection | undefined,
): readonly Mark[] {
  if (selected === undefined) return [];
  const size = 11;
  return edges.flatMap((edge) => {
    const { weight, start, end, startRadius, layer, from, to } = edge;
    if (weight === undefined || startRadius === 0) return [];
    if (layer + 1 !== selected.layer || to !== selected.unit) return [];
    const content = formatFixed(weight, 2);
    const half = measureText(content, size) / 2 + 2;
    const span = end.x - start.x || 1;
    const share = Math.min(0.5, (startRadius + half + 3) / span);
    const [x, y] = [start.x + share * span, start.y + share * (end.y - start.y)];
    return [
      group(
        [
          rect(x - half, y - 7, 2 * half, 14, { fill: 'background', radius: 3 }),
          text(x, y, content, {
            size,
            align: 'middle',
            bold: true,
            fill: weight < 0 ? 'negative' : 'positive',
          }),
        ],
        { id: `weight-${layer}-${from}-${to}`, role: 'decoration' },
      ),
    ];
  });
}
