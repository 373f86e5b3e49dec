import type { ActivationName, LayerSpec, ModelSpec } from '../model-spec.js';
import { resolveModel } from '../shape/resolve-model.js';

export interface MlpOptions {
  /** [height, width, channels], which are flattened first, or [features]. */
  readonly inputShape: readonly number[];
  readonly classes: number;
  /** Units of each hidden layer; empty for none. Default [128]. */
  readonly hidden?: readonly number[];
  /** Of the hidden layers. Default `relu`. */
  readonly activation?: Exclude<ActivationName, 'softmax'>;
  /** Share of each hidden layer that training drops, in [0, 1). Default 0: no dropout layers. */
  readonly dropout?: number;
}

/**
 * A multilayer perceptron: dense layers, then a softmax over the classes.
 *
 * @throws ModelSpecError when the options make no model.
 *
 * @example
 * ```ts
 * const spec = mlp({ inputShape: [28, 28, 1], classes: 10 });
 * countParameters(spec); // 101770
 * ```
 */
export function mlp(options: MlpOptions): ModelSpec {
  const { inputShape, classes, hidden = [128], activation = 'relu', dropout = 0 } = options;
  const layers: LayerSpec[] = inputShape.length === 1 ? [] : [{ type: 'flatten' }];
  for (const units of hidden) {
    layers.push({ type: 'dense', units, activation });
    if (dropout !== 0) layers.push({ type: 'dropout', rate: dropout });
  }
  layers.push({ type: 'dense', units: classes, activation: 'softmax' });
  return resolveModel({ name: 'mlp', inputShape, layers }).spec;
}
