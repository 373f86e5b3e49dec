import { mul, tensor, type Tensor } from '@tensorflow/tfjs-core';
import type { DropoutSpec } from '../model-spec.js';
import { dropoutMask, type DropoutMaskKey } from '../random/dropout-mask.js';
import type { LayerPlace } from '../shape/layer-place.js';
import type { ExampleShape, ResolvedDropout } from '../shape/resolved-model.js';

/** The shape stays. */
export function resolveDropout(
  spec: DropoutSpec,
  place: LayerPlace,
  inputShape: ExampleShape,
): ResolvedDropout {
  const { rate } = spec;
  const shapes = { inputShape, outputShape: inputShape };
  return { type: 'dropout', name: place.name, ...shapes, rate, weights: [] };
}

/**
 * Multiplies by a mask of zeros and 1 / (1 - rate), see {@link dropoutMask}; for training only.
 *
 * @param x - any shape.
 * @returns the same shape.
 */
export function dropout(
  layer: ResolvedDropout,
  x: Tensor,
  key: Omit<DropoutMaskKey, 'rate'>,
): Tensor {
  const mask = dropoutMask({ ...key, rate: layer.rate }, x.size);
  return mul(x, tensor(mask, x.shape));
}
