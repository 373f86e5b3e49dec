import { elementCount } from './element-count.js';
import type { ResolvedLayer } from './resolved-model.js';

/** How many numbers a layer learns. */
export function layerParameters(layer: ResolvedLayer): number {
  return layer.weights.reduce((total, weight) => total + elementCount(weight.shape), 0);
}
