import type { Pair } from '../model-spec.js';
import type { Size2d } from './resolved-model.js';

/** 3 becomes [3, 3]. */
export function expandPair(pair: Pair): Size2d {
  return typeof pair === 'number' ? [pair, pair] : pair;
}
