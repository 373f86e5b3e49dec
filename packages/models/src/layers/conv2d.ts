import { add, conv2d as tfConv2d, type Tensor, type Tensor4D } from '@tensorflow/tfjs-core';
import type { WeightTensors } from '../forward/weight-tensors.js';
import type { Conv2dSpec } from '../model-spec.js';
import { expandPair } from '../shape/expand-pair.js';
import { imageShape } from '../shape/image-shape.js';
import type { LayerPlace } from '../shape/layer-place.js';
import type { ExampleShape, ResolvedConv2d } from '../shape/resolved-model.js';
import { windowOutput } from '../shape/window-output.js';
import { resolveWeighted } from './weighted.js';

/** [h, w, c] becomes [h', w', filters]; the filter is [kernel h, kernel w, c, filters]. */
export function resolveConv2d(
  spec: Conv2dSpec,
  place: LayerPlace,
  inputShape: ExampleShape,
): ResolvedConv2d {
  const [height, width, channels] = imageShape(inputShape, place);
  const { filters, padding = 'valid' } = spec;
  const kernelSize = expandPair(spec.kernelSize);
  const strides = expandPair(spec.strides ?? 1);
  const window = { key: 'kernelSize', size: kernelSize, strides, padding } as const;
  return {
    type: 'conv2d',
    name: place.name,
    inputShape,
    outputShape: [...windowOutput([height, width], window, place), filters],
    filters,
    kernelSize,
    strides,
    padding,
    ...resolveWeighted(spec, place, {
      name: 'filter',
      shape: [...kernelSize, channels, filters],
    }),
  };
}

/**
 * The weighted sums before the activation, `x * F + b`; the filter is not flipped.
 *
 * @param x - [batch, h, w, c].
 * @returns [batch, h', w', filters].
 */
export function conv2d(layer: ResolvedConv2d, x: Tensor, weights: WeightTensors): Tensor {
  const { name, strides, padding, useBias } = layer;
  const filter = weights[`${name}/filter`] as Tensor4D;
  const sums = tfConv2d(x as Tensor4D, filter, [...strides], padding);
  return useBias ? add(sums, weights[`${name}/bias`]!) : sums;
}
