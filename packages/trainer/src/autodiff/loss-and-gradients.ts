import { clone, keep, valueAndGrads, type Scalar, type Tensor } from '@tensorflow/tfjs-core';
import type { Tensor1D, Tensor2D } from '@tensorflow/tfjs-core';
import type { WeightTensors } from '@manabi/models';
import { softmaxCrossEntropy } from '../losses/softmax-cross-entropy.js';
import { discardTape } from './discard-tape.js';

export interface LossAndGradients {
  /** Mean cross-entropy in nats. */
  readonly loss: Scalar;
  /** [batch, classes]. */
  readonly logits: Tensor2D;
  /** `dloss/dweight` by name, each of its weight's shape. */
  readonly gradients: WeightTensors;
}

/**
 * One forward and one backward pass. Call it inside `tidy`: the tensors that it returns are new,
 * and when it throws it leaves none behind.
 *
 * @param predict - from weights to logits [batch, classes].
 * @param labels - [batch], int32.
 */
export function lossAndGradients(
  weights: WeightTensors,
  predict: (weights: WeightTensors) => Tensor2D,
  labels: Tensor1D,
): LossAndGradients {
  const names = Object.keys(weights);
  let logits: Tensor2D | undefined;
  const differentiable = valueAndGrads((...values: Tensor[]) => {
    const byName = names.map((name, i) => [name, values[i]!] as const);
    // tfjs frees what the function computed, except for its value.
    logits = keep(predict(Object.fromEntries(byName)));
    return softmaxCrossEntropy(logits, labels);
  });
  try {
    const { value, grads } = differentiable(Object.values(weights));
    return {
      loss: value,
      logits: clone(logits!),
      gradients: Object.fromEntries(names.map((name, i) => [name, grads[i]!])),
    };
  } catch (error) {
    discardTape();
    throw error;
  } finally {
    logits?.dispose();
  }
}
