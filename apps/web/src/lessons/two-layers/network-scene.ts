import type { Mark, Scene } from '@manabi/viz';
import { exact } from './exact-number.js';
import type { Network, NetworkResponse } from './network.js';
import {
  between,
  connections,
  nodeNames,
  type Connection,
  type NetworkLayout,
  type NodeName,
} from './network-layout.js';
import type { NetworkWords } from './words.js';

export interface NetworkPicture {
  readonly network: Network;
  readonly inputs: readonly [number, number];
  readonly response: NetworkResponse;
  /** For each node what is drawn white, at least 1: its strongest answer to the four inputs. */
  readonly white: Readonly<Record<NodeName, number>>;
  /** 0: only the inputs are known; 1: the hidden neurons too; 2: the output. Between: on the way. */
  readonly progress: number;
}

/** The layer of each node, from 0: when the numbers reach it. */
const layerOf: Readonly<Record<NodeName, number>> = { x1: 0, x2: 0, n1: 1, n2: 1, n3: 2 };

/** Names as the lecture writes them. */
export const written: Readonly<Record<NodeName, string>> = {
  x1: 'x₁',
  x2: 'x₂',
  n1: 'n₁',
  n2: 'n₂',
  n3: 'n₃',
};

/**
 * The network with brightness for activation, colour and dash for the sign of a weight and width
 * for its size; arrows and, on the way, drops of light say that numbers flow one way.
 */
export function networkScene(
  picture: NetworkPicture,
  words: NetworkWords,
  layout: NetworkLayout,
): Scene {
  const { network, response } = picture;
  const [a, b] = picture.inputs;
  const values: Readonly<Record<NodeName, number>> = {
    x1: a,
    x2: b,
    n1: response.n1.output,
    n2: response.n2.output,
    n3: response.n3.output,
  };
  const weightOf = ({ to, weight }: Connection) => network[to][weight] ?? 0;
  return {
    width: layout.width,
    height: layout.height,
    title: words.title,
    description: words.finding(exact(a), exact(b), exact(values.n3)),
    table: {
      caption: words.title,
      columns: [words.from, words.to, words.weight],
      rows: connections.map((connection) => [
        written[connection.from],
        written[connection.to],
        exact(weightOf(connection)),
      ]),
    },
    marks: [
      ...layerNames(words, layout),
      ...connections.map((connection) => edge(connection, weightOf(connection), layout)),
      ...connections.flatMap((connection) =>
        drop(connection, weightOf(connection) * values[connection.from], picture, layout),
      ),
      ...nodeNames.map((name) => node(name, values[name], picture, layout)),
    ],
  };
}

function layerNames(words: NetworkWords, { nodes, height, width }: NetworkLayout) {
  const y = height - 12;
  const name = (text: string, x: number, align: 'start' | 'middle' | 'end'): Mark => ({
    type: 'text',
    x,
    y,
    text,
    align,
    size: 14,
    fill: 'muted',
    role: 'label',
  });
  return [
    name(words.input, 2, 'start'),
    name(words.hidden, nodes.n1.x, 'middle'),
    name(words.output, width - 2, 'end'),
  ];
}

function edge(
  { from, to, weight: index }: Connection,
  weight: number,
  { nodes, radius }: NetworkLayout,
): Mark {
  const [start, end] = [nodes[from], nodes[to]];
  const length = Math.hypot(end.x - start.x, end.y - start.y);
  const strokeWidth = 1 + 1.5 * Math.abs(weight);
  const head = 7 + strokeWidth;
  const tip = between(start, end, 1 - (radius + 2) / length);
  const neck = between(start, end, 1 - (radius + 2 + head) / length);
  const origin = between(start, end, radius / length);
  // Half the arrowhead's base, square to the connection.
  const [aside, along] = [
    ((end.y - start.y) / length) * (head / 2),
    ((end.x - start.x) / length) * (head / 2),
  ];
  const paint = weight === 0 ? 'axis' : weight < 0 ? 'negative' : 'positive';
  return {
    type: 'group',
    id: `edge-${from}-${to}`,
    label: `${written[from]} → ${written[to]}: ${exact(weight)}`,
    datum: { to, weight: index },
    opacity: weight === 0 ? 0.45 : 1,
    children: [
      {
        type: 'path',
        d: `M${round(origin)}L${round(neck)}`,
        stroke: paint,
        strokeWidth,
        ...(weight < 0 ? { dash: [8, 5] } : {}),
      },
      {
        type: 'path',
        d: `M${round(tip)}L${round({ x: neck.x + aside, y: neck.y - along })}L${round({ x: neck.x - aside, y: neck.y + along })}Z`,
        fill: paint,
      },
    ],
  };
}

/** What a connection carries, while it is on its way; nothing where it carries 0. */
function drop(
  { from, to }: Connection,
  carried: number,
  { progress }: NetworkPicture,
  { nodes }: NetworkLayout,
): readonly Mark[] {
  const share = progress - layerOf[from];
  if (carried === 0 || share <= 0 || share >= 1) return [];
  const { x, y } = between(nodes[from], nodes[to], share);
  return [
    {
      type: 'circle',
      id: `drop-${from}-${to}`,
      role: 'decoration',
      cx: x,
      cy: y,
      r: Math.min(12, 5 + 2 * Math.abs(carried)),
      fill: carried < 0 ? 'negative' : 'positive',
      stroke: 'background',
      strokeWidth: 2,
    },
  ];
}

function node(
  name: NodeName,
  value: number,
  { progress, white }: NetworkPicture,
  { nodes, radius }: NetworkLayout,
): Mark {
  const { x, y } = nodes[name];
  const reached = progress >= layerOf[name];
  const fill = reached
    ? ({ scale: 'ink', value: Math.max(0, value / white[name]) } as const)
    : 'surface';
  const ink = { on: fill } as const;
  return {
    type: 'group',
    id: `node-${name}`,
    label: reached ? `${written[name]}: ${exact(value)}` : written[name],
    datum: { name, value },
    children: [
      { type: 'circle', cx: x, cy: y, r: radius, fill, stroke: 'axis', strokeWidth: 2 },
      {
        type: 'text',
        x,
        y: y - 10,
        text: written[name],
        align: 'middle',
        size: 12,
        fill: ink,
      },
      {
        type: 'text',
        x,
        y: y + 6,
        text: reached ? exact(value) : '',
        align: 'middle',
        size: 16,
        bold: true,
        fill: ink,
      },
    ],
  };
}

/** Hundredths of a pixel are enough. */
function round({ x, y }: { readonly x: number; readonly y: number }): string {
  return `${Math.round(100 * x) / 100} ${Math.round(100 * y) / 100}`;
}
