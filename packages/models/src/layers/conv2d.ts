import { add, conv2d as tfConv2d, type Tensor, type Tensor4D } from '@tensorflow/tfjs-core';
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
 * @param filter - [kernel h, kernel w, c, filters].
 * @param bias - [filters], if the layer has one.
 * @returns [batch, h', w', filters].
 */
export function conv2d(
  layer: ResolvedConv2d,
  x: Tensor,
  filter: Tensor,
  bias: Tensor | undefined,
): Tensor {
  const { strides, padding } = layer;
  const sums = tfConv2d(x as Tensor4D, filter as Tensor4D, [...strides], padding);
  return bias === undefined ? sums : add(sums, bias);
}
