import { reshape, type Tensor } from '@tensorflow/tfjs-core';
import { elementCount } from '../shape/element-count.js';
import type { LayerPlace } from '../shape/layer-place.js';
import type { ExampleShape, ResolvedFlatten } from '../shape/resolved-model.js';

/** [h, w, c] becomes [h*w*c]; what is flat stays as it is. */
export function resolveFlatten(place: LayerPlace, inputShape: ExampleShape): ResolvedFlatten {
  const outputShape = [elementCount(inputShape)];
  return { type: 'flatten', name: place.name, inputShape, outputShape, weights: [] };
}

/** @param x - [batch, ...inputShape]. @returns [batch, features], in row-major order. */
export function flatten(layer: ResolvedFlatten, x: Tensor): Tensor {
  return reshape(x, [x.shape[0], ...layer.outputShape]);
}
