/** @file Weights and maps as small images, one a filter, unit or map. */
import type { FirstMaps } from './moments.svelte.js';
import type { Network } from '../training/model-queries.js';

/** Images of one size, one after the other. */
export interface Tiles {
  readonly layer: string;
  /**
   * - `filter`: of a convolution, for its first input channel.
   * - `unit`: weights of a dense unit in the places of their pixels, for the first channel.
   * - `matrix`: all weights of a dense layer over features, [inputs, units].
   * - `map`: what a layer gives.
   */
  readonly kind: 'filter' | 'unit' | 'matrix' | 'map';
  readonly columns: number;
  /** Each [rows * columns], row-major. */
  readonly images: readonly Float32Array[];
}

/** The weights of the first layer that has some; undefined where they make no image. */
export function firstWeights({ resolved, weights }: Network): Tiles | undefined {
  const layer = resolved.layers.find((one) => one.weights.length > 0);
  const [, across, channels = 1] = resolved.inputShape;
  if (layer?.type === 'conv2d') {
    const [, columns] = layer.kernelSize;
    const inputs = layer.inputShape[2]!;
    const values = weights[`${layer.name}/filter`]!;
    const images = planes(values, layer.filters, inputs);
    return { layer: layer.name, kind: 'filter', columns, images };
  }
  if (layer?.type !== 'dense') return undefined;
  const kernel = weights[`${layer.name}/kernel`]!;
  if (across === undefined) {
    return { layer: layer.name, kind: 'matrix', columns: layer.units, images: [kernel] };
  }
  const images = planes(kernel, layer.units, channels);
  return { layer: layer.name, kind: 'unit', columns: across, images };
}

export function mapTiles({ layer, shape, values }: FirstMaps): Tiles {
  const [, columns, channels] = shape;
  return { layer, kind: 'map', columns: columns!, images: planes(values, channels!, 1) };
}

/** Of [places, inputs, outputs], the places of each output at its first input. */
function planes(values: Float32Array, outputs: number, inputs: number): Float32Array[] {
  const places = values.length / (inputs * outputs);
  return Array.from({ length: outputs }, (_, output) =>
    Float32Array.from({ length: places }, (_, place) => values[place * inputs * outputs + output]!),
  );
}
