import type { Model, ModelSpec } from '../model-spec.js';
import { checkSeed } from '../random/check-seed.js';
import { weightStream } from '../random/weight-stream.js';
import { resolveModel } from '../shape/resolve-model.js';
import { initializeWeight } from './initialize-weight.js';

export interface InitializeOptions {
  /** Integer in [0, 2^32). The same seed gives the same bits in every engine. */
  readonly seed: number;
}

/**
 * A model that has learned nothing yet: the weights that its layers' initialisers draw.
 * A weight depends on the seed, its name, its shape and its initialiser, on no other layer.
 *
 * @throws ModelSpecError for a specification that cannot be built, ModelArgumentError for a seed
 *   that is none.
 *
 * @example
 * ```ts
 * const spec = { inputShape: [2], layers: [{ type: 'dense', units: 3 }] } as const;
 * const model = initializeModel(spec, { seed: 1 });
 * Object.keys(model.weights); // ['dense1/kernel', 'dense1/bias']
 * model.weights['dense1/kernel']?.length; // 6
 * ```
 */
export function initializeModel(spec: ModelSpec, options: InitializeOptions): Model {
  const { seed } = options;
  checkSeed('initializeModel: seed', seed);
  const resolved = resolveModel(spec);
  const weights = resolved.layers
    .flatMap((layer) => layer.weights)
    .map((weight) => [weight.name, initializeWeight(weight, weightStream(seed, weight.name))]);
  return { spec: resolved.spec, weights: Object.fromEntries(weights) as Model['weights'] };
}
