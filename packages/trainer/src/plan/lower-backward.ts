import type { ResolvedLayer, ResolvedModel } from '@manabi/models';
import type { GradientClipping } from '../clipping/gradient-clipping.js';
import type { ResolvedOptimizerSpec } from '../optimizers/optimizer-spec.js';
import type { LoweredLayer } from './lower-forward.js';
import { lowerClipping } from './lower-clipping.js';
import { lowerUpdate, updateRule, updateTarget } from './lower-update.js';
import { numbersIn } from './numbers-in.js';
import type { PlanBuilder } from './plan-builder.js';
import { gradientOf } from './plan-names.js';
import { windowGeometry } from './window-geometry.js';

type ResolvedDenseLayer = Extract<ResolvedLayer, { type: 'dense' }>;

/** What becomes of gradients. */
export interface LoweredUpdates {
  readonly optimizer: ResolvedOptimizerSpec;
  /** Null: gradients are used as they are. */
  readonly clipping: GradientClipping | null;
}

/**
 * Adds the calls of a backward pass with the optimiser's updates: from the last layer to the first
 * that learns, each handing the gradient of its input on. A weight is updated right after its
 * gradient, which is then still in the cache, or in the same call where there is one for both.
 * With clipping, all are updated after the last gradient.
 *
 * @param layers - of the forward pass; the gradient of the last output is in its buffer already.
 */
export function lowerBackward(
  model: ResolvedModel,
  layers: readonly LoweredLayer[],
  { optimizer, clipping }: LoweredUpdates,
  plan: PlanBuilder,
): void {
  const firstLearning = model.layers.findIndex(({ weights }) => weights.length > 0);
  if (firstLearning === -1) return;
  let gradient = gradientOf(layers.at(-1)!.output);
  for (const lowered of layers.slice(firstLearning).reverse()) {
    const needsInputGradient = lowered.index > firstLearning;
    // A call that computes a gradient may use it up, unless all have to be there before an update.
    if (!plan.keepsEverything && clipping === null && lowered.layer.type === 'dense') {
      const { layer } = lowered;
      gradient = lowerDenseUpdate(
        { ...lowered, layer },
        gradient,
        needsInputGradient,
        optimizer,
        plan,
      );
      continue;
    }
    const needs = { input: needsInputGradient, weights: true };
    gradient = lowerLayerGradient(lowered, gradient, needs, plan);
    if (clipping !== null) continue;
    for (const weight of lowered.layer.weights) lowerUpdate(weight, optimizer, plan);
  }
  if (clipping === null) return;
  const weights = layers.flatMap(({ layer }) => layer.weights);
  lowerClipping(weights, clipping, plan);
  for (const weight of weights) lowerUpdate(weight, optimizer, plan);
}

/**
 * Adds the calls that hand the gradient of the logits back to the inputs, past every layer.
 *
 * @param layers - as for {@link lowerBackward}, lowered without training.
 * @returns the buffer that holds the gradient of the inputs.
 */
export function lowerInputGradient(layers: readonly LoweredLayer[], plan: PlanBuilder): string {
  let gradient = gradientOf(layers.at(-1)!.output);
  for (const lowered of layers.toReversed()) {
    // A layer that changes nothing, such as dropout outside of training, has nothing to hand back.
    if (lowered.output === lowered.input) continue;
    gradient = lowerLayerGradient(lowered, gradient, { input: true, weights: false }, plan);
  }
  return gradient;
}

/** @returns the buffer that holds the gradient of the layer's input, if it is needed. */
function lowerLayerGradient(
  lowered: LoweredLayer,
  gradient: string,
  needs: { readonly input: boolean; readonly weights: boolean },
  plan: PlanBuilder,
): string {
  const { layer, index, input } = lowered;
  const declareInputGradient = () => plan.perExample(gradientOf(input), layer.inputShape);
  const outputGradient = lowerActivationGradient(lowered, gradient, plan);
  switch (layer.type) {
    case 'flatten':
    case 'activation':
      return outputGradient;
    case 'dropout': {
      const inputGradient = plan.keepsEverything ? declareInputGradient() : outputGradient;
      const length = numbersIn(layer.outputShape);
      const buffers = { reads: { input: outputGradient }, writes: { output: inputGradient } };
      plan.call({ kind: 'dropout', ...buffers, length, rate: layer.rate, layer: index });
      return inputGradient;
    }
    case 'maxPooling2d': {
      const inputGradient = declareInputGradient();
      const geometry = windowGeometry(layer, layer.poolSize);
      const reads = { input, outputGradient };
      plan.call({ kind: 'maxPooling2dGradient', reads, writes: { inputGradient }, geometry });
      return inputGradient;
    }
    case 'averagePooling2d': {
      const inputGradient = declareInputGradient();
      const geometry = windowGeometry(layer, layer.poolSize);
      const buffers = { reads: { outputGradient }, writes: { inputGradient } };
      plan.call({ kind: 'averagePooling2dGradient', ...buffers, geometry });
      return inputGradient;
    }
    case 'dense': {
      const sizes = { features: numbersIn(layer.inputShape), units: layer.units };
      if (needs.weights) {
        const [kernelGradient, biasGradient] = declareWeightGradients(layer, plan);
        plan.call({
          kind: 'denseWeightGradient',
          reads: { input, outputGradient },
          writes: { kernelGradient, ...(biasGradient !== undefined && { biasGradient }) },
          ...sizes,
        });
      }
      if (!needs.input) return outputGradient;
      const inputGradient = declareInputGradient();
      const reads = { kernel: layer.weights[0]!.name, outputGradient };
      plan.call({ kind: 'denseInputGradient', reads, writes: { inputGradient }, ...sizes });
      return inputGradient;
    }
    case 'conv2d': {
      const geometry = windowGeometry(layer, layer.kernelSize);
      const sizes = { geometry, filters: layer.filters };
      if (needs.weights) {
        const [filterGradient, biasGradient] = declareWeightGradients(layer, plan);
        plan.call({
          kind: 'conv2dFilterGradient',
          reads: { input, outputGradient },
          writes: { filterGradient, ...(biasGradient !== undefined && { biasGradient }) },
          ...sizes,
        });
      }
      if (!needs.input) return outputGradient;
      const inputGradient = declareInputGradient();
      const reads = { filter: layer.weights[0]!.name, outputGradient };
      plan.call({ kind: 'conv2dInputGradient', reads, writes: { inputGradient }, ...sizes });
      return inputGradient;
    }
  }
}

/**
 * The backward pass of a dense layer with its updates: the input's gradient first, which needs the
 * kernel as it was.
 *
 * @returns as `lowerLayerGradient`.
 */
function lowerDenseUpdate(
  lowered: LoweredLayer & { readonly layer: ResolvedDenseLayer },
  gradient: string,
  needsInputGradient: boolean,
  optimizer: ResolvedOptimizerSpec,
  plan: PlanBuilder,
): string {
  const { layer, input } = lowered;
  const outputGradient = lowerActivationGradient(lowered, gradient, plan);
  const sizes = { features: numbersIn(layer.inputShape), units: layer.units };
  const [kernel, bias] = layer.weights;
  let inputGradient = outputGradient;
  if (needsInputGradient) {
    inputGradient = plan.perExample(gradientOf(input), layer.inputShape);
    const reads = { kernel: kernel!.name, outputGradient };
    plan.call({ kind: 'denseInputGradient', reads, writes: { inputGradient }, ...sizes });
  }
  const biasGradient = bias && plan.scratch(gradientOf(bias.name), bias.shape);
  plan.call({
    kind: 'denseWeightUpdate',
    reads: { input, outputGradient },
    writes: {
      ...updateTarget(kernel!, optimizer, plan),
      ...(biasGradient !== undefined && { biasGradient }),
    },
    rule: updateRule(optimizer),
    ...sizes,
  });
  if (bias !== undefined) lowerUpdate(bias, optimizer, plan);
  return inputGradient;
}

/**
 * Turns the gradient of a layer's output into that of its weighted sums: in place, or where
 * everything is kept in a buffer of its own.
 *
 * @returns the buffer that holds it.
 */
function lowerActivationGradient(
  { layer, sums, output }: LoweredLayer,
  outputGradient: string,
  plan: PlanBuilder,
): string {
  const activation = 'activation' in layer ? layer.activation : 'linear';
  if (activation === 'linear' || activation === 'softmax') return outputGradient;
  const inputGradient = plan.keepsEverything
    ? plan.perExample(gradientOf(sums), layer.outputShape)
    : outputGradient;
  const buffers = { reads: { output, outputGradient }, writes: { inputGradient } };
  const length = numbersIn(layer.outputShape);
  plan.call({ kind: 'activationGradient', ...buffers, activation, length });
  return inputGradient;
}

function declareWeightGradients(
  layer: ResolvedLayer,
  plan: PlanBuilder,
): readonly [kernel: string, bias?: string] {
  const [kernel, bias] = layer.weights.map(({ name, shape }) =>
    plan.scratch(gradientOf(name), shape),
  );
  return bias === undefined ? [kernel!] : [kernel!, bias];
}
