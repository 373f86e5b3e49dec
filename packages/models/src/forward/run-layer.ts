import type { Tensor } from '@tensorflow/tfjs-core';
import { conv2d } from '../layers/conv2d.js';
import { dense } from '../layers/dense.js';
import { dropout } from '../layers/dropout.js';
import { flatten } from '../layers/flatten.js';
import { pooling2d } from '../layers/pooling2d.js';
import type { DropoutMaskKey } from '../random/dropout-mask.js';
import type { ResolvedLayer } from '../shape/resolved-model.js';
import type { WeightTensors } from './weight-tensors.js';

/**
 * What a layer computes before its activation.
 *
 * @param x - [batch, ...inputShape].
 * @param training - which dropout mask to apply; undefined for inference.
 * @returns [batch, ...outputShape]; the same tensor where the layer changes nothing.
 */
export function runLayer(
  layer: ResolvedLayer,
  x: Tensor,
  weights: WeightTensors,
  training: Omit<DropoutMaskKey, 'rate'> | undefined,
): Tensor {
  switch (layer.type) {
    case 'flatten':
      return flatten(layer, x);
    case 'dense':
      return dense(layer, x, weights);
    case 'conv2d':
      return conv2d(layer, x, weights);
    case 'maxPooling2d':
    case 'averagePooling2d':
      return pooling2d(layer, x);
    case 'dropout':
      return training === undefined ? x : dropout(layer, x, training);
    case 'activation':
      return x;
    default:
      return layer satisfies never;
  }
}
