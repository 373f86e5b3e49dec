/** @file Where the parts of the drawn network stand, so that the picture and its fields agree. */
import type { NeuronName } from './network.js';

export const nodeNames = ['x1', 'x2', 'n1', 'n2', 'n3'] as const;
export type NodeName = (typeof nodeNames)[number];

export interface Place {
  readonly x: number;
  readonly y: number;
}

/** A connection and which of the target's weights it carries. */
export interface Connection {
  readonly from: NodeName;
  readonly to: NeuronName;
  readonly weight: 0 | 1;
  /** Where along it its number stands, so that no two numbers meet. */
  readonly share: number;
}

export const connections: readonly Connection[] = [
  { from: 'x1', to: 'n1', weight: 0, share: 0.5 },
  { from: 'x2', to: 'n1', weight: 1, share: 0.3 },
  { from: 'x1', to: 'n2', weight: 0, share: 0.3 },
  { from: 'x2', to: 'n2', weight: 1, share: 0.5 },
  { from: 'n1', to: 'n3', weight: 0, share: 0.5 },
  { from: 'n2', to: 'n3', weight: 1, share: 0.5 },
];

export interface NetworkLayout {
  readonly width: number;
  readonly height: number;
  readonly radius: number;
  readonly nodes: Readonly<Record<NodeName, Place>>;
  /** Centres of the biases' fields, outside, where no connection passes. */
  readonly biases: Readonly<Record<NeuronName, Place>>;
}

/** The size of the circles and the height are the same at every width. */
export function networkLayout(width: number): NetworkLayout {
  const radius = 25;
  const columns = [radius + 3, width / 2, width - radius - 6] as const;
  const [upper, lower] = [92, 292];
  const middle = (upper + lower) / 2;
  const outside = radius + 26;
  return {
    width,
    height: lower + 112,
    radius,
    nodes: {
      x1: { x: columns[0], y: upper },
      x2: { x: columns[0], y: lower },
      n1: { x: columns[1], y: upper },
      n2: { x: columns[1], y: lower },
      n3: { x: columns[2], y: middle },
    },
    biases: {
      n1: { x: columns[1], y: upper - outside },
      n2: { x: columns[1], y: lower + outside },
      n3: { x: columns[2] - 4, y: middle + outside },
    },
  };
}

/** The place of a connection's number. */
export function onConnection({ nodes }: NetworkLayout, connection: Connection): Place {
  return between(nodes[connection.from], nodes[connection.to], connection.share);
}

/** The point that divides a way. */
export function between(from: Place, to: Place, share: number): Place {
  return { x: from.x + share * (to.x - from.x), y: from.y + share * (to.y - from.y) };
}
