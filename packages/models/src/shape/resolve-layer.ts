import { resolveActivation } from '../layers/activation.js';
import { resolveConv2d } from '../layers/conv2d.js';
import { resolveDense } from '../layers/dense.js';
import { resolveDropout } from '../layers/dropout.js';
import { resolveFlatten } from '../layers/flatten.js';
import { resolvePooling2d } from '../layers/pooling2d.js';
import type { LayerSpec } from '../model-spec.js';
import type { LayerPlace } from './layer-place.js';
import type { ExampleShape, ResolvedLayer } from './resolved-model.js';

/** Fills in one layer; throws ModelSpecError where it cannot take `inputShape`. */
export function resolveLayer(
  spec: LayerSpec,
  place: LayerPlace,
  inputShape: ExampleShape,
): ResolvedLayer {
  switch (spec.type) {
    case 'flatten':
      return resolveFlatten(place, inputShape);
    case 'dense':
      return resolveDense(spec, place, inputShape);
    case 'conv2d':
      return resolveConv2d(spec, place, inputShape);
    case 'maxPooling2d':
    case 'averagePooling2d':
      return resolvePooling2d(spec, place, inputShape);
    case 'dropout':
      return resolveDropout(spec, place, inputShape);
    case 'activation':
      return resolveActivation(spec, place, inputShape);
    default:
      return spec satisfies never;
  }
}
