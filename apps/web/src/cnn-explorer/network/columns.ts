/** @file A network as the explorer's columns, with what each of them reads and gives. */
import {
  denseUnit,
  type DenseUnit,
  type ResolvedDense,
  type ResolvedLayer,
  type ResolvedModel,
} from '@manabi/models';
import type { OverviewLayer } from '@manabi/viz';
import type { ExampleActivations, Network } from '../../training/model-queries.js';

/** One column of the overview: the input, a layer, or the softmax at the end. */
export interface Column {
  /** As in the address. */
  readonly name: string;
  /** Undefined for the input and for softmax. */
  readonly layer: ResolvedLayer | undefined;
  /** What it gives, row-major: [rows, columns, channels] or [units]. */
  readonly shape: readonly number[];
  readonly values: Float32Array;
  /** What the activation was given; undefined where there is none. */
  readonly sums?: Float32Array | undefined;
  readonly kind: 'input' | 'activation' | 'logit' | 'probability';
}

/** Softmax is a column of its own, after the logits. */
export function columnsOf(
  resolved: ResolvedModel,
  { input, layers, logits }: ExampleActivations,
): readonly Column[] {
  const columns: Column[] = [
    { name: 'input', layer: undefined, shape: resolved.inputShape, values: input, kind: 'input' },
  ];
  resolved.layers.forEach((layer, i) => {
    const { output, shape, preActivation } = layers[i]!;
    const sums = preActivation ?? undefined;
    const { name } = layer;
    if (!('activation' in layer) || layer.activation !== 'softmax') {
      columns.push({ name, layer, shape, values: output, sums, kind: 'activation' });
      return;
    }
    if (layer.type === 'dense') {
      columns.push({ name, layer, shape, values: logits, kind: 'logit' });
    }
    columns.push({ name: 'softmax', layer: undefined, shape, values: output, kind: 'probability' });
  });
  return columns;
}

/** As the overview chart takes it. */
export function overviewLayers(
  columns: readonly Column[],
  classNames: readonly string[],
): readonly OverviewLayer[] {
  return columns.map(({ name, layer, shape, values, kind }) => {
    const type = layer?.type;
    const same = type === 'maxPooling2d' || type === 'averagePooling2d' || type === 'activation';
    return {
      ...{ name, shape, values, kind },
      ...(same || type === 'dropout' ? { reads: 'same' as const } : {}),
      ...(type === 'dropout' ? { passes: true } : {}),
      ...(kind === 'logit' || kind === 'probability' ? { unitNames: classNames } : {}),
    };
  });
}

/**
 * Whether what a layer has learned for one of its units or maps is there: of a moment that is passed by
 * only some weights are.
 */
export function hasWeights(network: Network, layer: ResolvedLayer, unit: number): boolean {
  return isUnit(network, layer, unit) || layer.weights.every(({ name }) => name in network.weights);
}

function isUnit({ unit: known }: Network, layer: ResolvedLayer, unit: number): boolean {
  return known?.layer === layer.name && known.unit === unit;
}

/** What a dense unit has learned; it must be there. */
export function unitOf(network: Network, layer: ResolvedDense, unit: number): DenseUnit {
  return isUnit(network, layer, unit) ? network.unit! : denseUnit(layer, network.weights, unit);
}

/** What a convolution or a dense unit makes of each of its sources, as the width of the edges. */
export function edgeStrengths(
  network: Network,
  column: Column,
  unit: number,
): Float32Array | undefined {
  const { layer } = column;
  if (layer === undefined || !hasWeights(network, layer, unit)) return undefined;
  const { weights } = network;
  if (layer.type === 'conv2d') {
    const filter = weights[`${layer.name}/filter`]!;
    const inputs = layer.inputShape[2]!;
    const sizes = new Float32Array(inputs);
    for (let i = unit; i < filter.length; i += layer.filters) {
      sizes[Math.floor(i / layer.filters) % inputs]! += Math.abs(filter[i]!);
    }
    return sizes;
  }
  return layer.type === 'dense' ? unitOf(network, layer, unit).weights : undefined;
}
