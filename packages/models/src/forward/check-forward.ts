import type { Tensor } from '@tensorflow/tfjs-core';
import { missingWeight } from '../check-weights.js';
import { ModelArgumentError } from '../model-argument-error.js';
import type { ResolvedModel } from '../shape/resolved-model.js';
import { describeShape } from '../json/describe-value.js';
import { checkSeed } from '../random/check-seed.js';
import type { TrainingStep } from './forward.js';
import type { WeightTensors } from './weight-tensors.js';

/** Makes sure that a forward pass cannot fail half way: shapes of inputs and weights, the step. */
export function checkForward(
  model: ResolvedModel,
  weights: WeightTensors,
  inputs: Tensor,
  training: TrainingStep | undefined,
): void {
  if (!hasShape(inputs.shape.slice(1), model.inputShape)) {
    const expected = describeShape(model.inputShape).replace('[', '[batch,');
    const text = `expects ${expected}, got ${describeShape(inputs.shape)}; reshape the inputs, or set the model's inputShape`;
    throw new ModelArgumentError('inputShape', `forward: inputs ${text}`);
  }
  for (const { name, shape } of model.layers.flatMap((layer) => layer.weights)) {
    if (!Object.hasOwn(weights, name)) throw missingWeight(name, shape);
    const found = weights[name]!.shape;
    if (!hasShape(found, shape)) {
      const text = `expects ${describeShape(shape)}, got ${describeShape(found)}; use the weights of this specification`;
      throw new ModelArgumentError('weightShape', `forward: weight "${name}" ${text}`);
    }
  }
  if (training !== undefined) {
    checkSeed('forward: training.seed', training.seed);
    checkSeed('forward: training.step', training.step);
  }
}

function hasShape(found: readonly number[], expected: readonly number[]): boolean {
  return (
    found.length === expected.length && found.every((dimension, i) => dimension === expected[i])
  );
}
