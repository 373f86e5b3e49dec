import { avgPool, maxPool, type Tensor, type Tensor4D } from '@tensorflow/tfjs-core';
import type { Pooling2dSpec } from '../model-spec.js';
import { expandPair } from '../shape/expand-pair.js';
import { imageShape } from '../shape/image-shape.js';
import type { LayerPlace } from '../shape/layer-place.js';
import type { ExampleShape, ResolvedPooling2d } from '../shape/resolved-model.js';
import { windowOutput } from '../shape/window-output.js';

/** [h, w, c] becomes [h', w', c]. */
export function resolvePooling2d(
  spec: Pooling2dSpec,
  place: LayerPlace,
  inputShape: ExampleShape,
): ResolvedPooling2d {
  const [height, width, channels] = imageShape(inputShape, place);
  const { type, padding = 'valid' } = spec;
  const poolSize = expandPair(spec.poolSize ?? 2);
  const strides = expandPair(spec.strides ?? poolSize);
  const window = { key: 'poolSize', size: poolSize, strides, padding } as const;
  return {
    type,
    name: place.name,
    inputShape,
    outputShape: [...windowOutput([height, width], window, place), channels],
    poolSize,
    strides,
    padding,
    weights: [],
  };
}

/**
 * The largest, or the mean, of each window; padding takes no part in either.
 *
 * @param x - [batch, h, w, c].
 * @returns [batch, h', w', c].
 */
export function pooling2d(layer: ResolvedPooling2d, x: Tensor): Tensor {
  const pool = layer.type === 'maxPooling2d' ? maxPool : avgPool;
  const size: [number, number] = [...layer.poolSize];
  return pool(x as Tensor4D, size, [...layer.strides], layer.padding);
}
