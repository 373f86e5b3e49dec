import type { ActivationName, LayerSpec, ModelSpec, Pair } from '../model-spec.js';
import { resolveModel } from '../shape/resolve-model.js';

export interface CnnOptions {
  /** [height, width, channels] */
  readonly inputShape: readonly number[];
  readonly classes: number;
  /** Filters of each convolution. Default [32, 64]. */
  readonly filters?: readonly number[];
  /** Default 3. */
  readonly kernelSize?: Pair;
  /** Window of the max pooling after the convolutions. Default 2. */
  readonly poolSize?: Pair;
  /** Units of the hidden dense layer. Default 128. */
  readonly dense?: number;
  /** Of the convolutions and the hidden dense layer. Default `relu`. */
  readonly activation?: Exclude<ActivationName, 'softmax'>;
  /** Dropped after the pooling and after the dense layer, in [0, 1). Default [0.25, 0.5]. */
  readonly dropout?: readonly [afterPooling: number, afterDense: number];
}

/**
 * A small convolutional network: convolutions without padding, max pooling, dropout, a hidden dense
 * layer, dropout, softmax. With its defaults the one of Keras' `mnist_cnn.py` example.
 *
 * @throws ModelSpecError when the options make no model, such as an image that is too small.
 *
 * @example
 * ```ts
 * const spec = cnn({ inputShape: [28, 28, 1], classes: 10 });
 * countParameters(spec); // 1199882
 * ```
 */
export function cnn(options: CnnOptions): ModelSpec {
  const { inputShape, classes, filters = [32, 64], kernelSize = 3, poolSize = 2 } = options;
  const { dense = 128, activation = 'relu', dropout = [0.25, 0.5] } = options;
  return resolveModel({
    name: 'cnn',
    inputShape,
    layers: [
      ...filters.map((count) => ({
        type: 'conv2d' as const,
        filters: count,
        kernelSize,
        activation,
      })),
      { type: 'maxPooling2d', poolSize },
      ...dropoutLayer(dropout[0]),
      { type: 'flatten' },
      { type: 'dense', units: dense, activation },
      ...dropoutLayer(dropout[1]),
      { type: 'dense', units: classes, activation: 'softmax' },
    ],
  }).spec;
}

function dropoutLayer(rate: number): LayerSpec[] {
  return rate === 0 ? [] : [{ type: 'dropout', rate }];
}
