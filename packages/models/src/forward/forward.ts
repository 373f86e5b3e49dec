import { reshape, softmax, tidy, type Tensor, type Tensor2D } from '@tensorflow/tfjs-core';
import { activate } from '../layers/activation.js';
import type { ResolvedModel } from '../shape/resolved-model.js';
import { checkForward } from './check-forward.js';
import { runLayer } from './run-layer.js';
import type { WeightTensors } from './weight-tensors.js';

/** Where a training run stands; decides which inputs dropout sets to zero. */
export interface TrainingStep {
  /** The run's seed, an integer in [0, 2^32). */
  readonly seed: number;
  /** Steps done before this one, an integer in [0, 2^32). */
  readonly step: number;
}

export interface ForwardOptions {
  /**
   * `logits`: the outputs before a final softmax, which a loss takes; of a model without one its
   * outputs as they are. `probabilities`: the softmax of the logits. Default `logits`.
   */
  readonly output?: 'logits' | 'probabilities';
  /** Applies dropout, as this step of a run does. Default: inference, where dropout does nothing. */
  readonly training?: TrainingStep;
  /** Also returns what every layer computed. Default false. */
  readonly capture?: boolean;
}

/** What one layer computed for a batch. */
// eslint-disable-next-line @typescript-eslint/consistent-type-definitions -- tfjs' dispose and tidy take no interfaces
export type LayerActivations = {
  /** [batch, ...outputShape]; a final softmax is included. */
  readonly output: Tensor;
  /** [batch, ...outputShape], what the layer's activation was given, such as `x W + b`; if it has one. */
  readonly preActivation?: Tensor;
};

/** The result of a forward pass with `capture`. */
// eslint-disable-next-line @typescript-eslint/consistent-type-definitions -- tfjs' dispose and tidy take no interfaces
export type ForwardCapture = {
  /** [batch, classes], as without `capture`. */
  readonly output: Tensor2D;
  /** By name of the layer, in the order of the layers. */
  readonly activations: Readonly<Record<string, LayerActivations>>;
};

/**
 * Runs a model on the current tfjs backend.
 *
 * Synchronous and differentiable in the weights and the inputs, so it can stand inside
 * `variableGrads` and its like. Uses the kernels Add, BatchMatMul, Conv2D, MaxPool, AvgPool, Relu,
 * Sigmoid, Tanh, Reshape, Multiply and Softmax, no others.
 *
 * @param model - from `resolveModel`.
 * @param weights - tensors or variables by name, of the model's shapes; unchanged.
 * @param inputs - [batch, ...inputShape], float32, normalised; unchanged.
 * @returns [batch, classes], float32; the caller disposes it. With `capture` an object of tensors
 *   that the caller disposes (`dispose(result)` takes them all); a layer that changes nothing shares
 *   its tensor with the layer before it.
 * @throws ModelArgumentError when weights or inputs do not fit, before anything is computed. What
 *   was allocated before an error of the backend is disposed.
 *
 * @example
 * ```ts
 * const model = initializeModel(mlp({ inputShape: [4], classes: 3 }), { seed: 1 });
 * const resolved = resolveModel(model.spec);
 * const weights = createWeightTensors(resolved, model.weights);
 * const inputs = tensor2d([[5.1, 3.5, 1.4, 0.2]]);
 * const probabilities = forward(resolved, weights, inputs, { output: 'probabilities' });
 * probabilities.shape; // [1, 3]
 * dispose([weights, inputs, probabilities]);
 * ```
 */
export function forward(
  model: ResolvedModel,
  weights: WeightTensors,
  inputs: Tensor,
  options: ForwardOptions & { readonly capture: true },
): ForwardCapture;
export function forward(
  model: ResolvedModel,
  weights: WeightTensors,
  inputs: Tensor,
  options?: ForwardOptions & { readonly capture?: false },
): Tensor2D;
export function forward(
  model: ResolvedModel,
  weights: WeightTensors,
  inputs: Tensor,
  options: ForwardOptions = {},
): Tensor2D | ForwardCapture {
  checkForward(model, weights, inputs, options.training);
  const { output = 'logits', training, capture = false } = options;
  const run = (): Tensor2D | ForwardCapture => {
    const activations: Record<string, LayerActivations> = {};
    // A tensor of its own, so that no result is the caller's: they are disposed apart.
    let x = reshape(inputs, inputs.shape);
    for (const [index, layer] of model.layers.entries()) {
      const sums = runLayer(layer, x, weights, training && { ...training, layerIndex: index });
      const activation = 'activation' in layer ? layer.activation : 'linear';
      const isSoftmax = activation === 'softmax';
      const values = isSoftmax && !capture ? sums : activate(activation, sums);
      if (capture) {
        activations[layer.name] =
          values === sums ? { output: values } : { preActivation: sums, output: values };
      }
      // The specification allows softmax in the last layer only: x ends as the logits.
      x = isSoftmax ? sums : values;
    }
    const result = (output === 'logits' ? x : softmax(x)) as Tensor2D;
    return capture ? { output: result, activations } : result;
  };
  return tidy(run);
}
