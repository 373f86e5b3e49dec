import { div, tensor, tensor1d, tidy, type Tensor } from '@tensorflow/tfjs-core';
import type { Dataset } from '@manabi/datasets';

/** A part of a data set as tfjs-layers takes it; the caller disposes both tensors. */
export interface Examples {
  /** [count, 28, 28, 1] float32 in [0, 1]. */
  readonly images: Tensor;
  /** [count] float32, the index of each image's class. */
  readonly labels: Tensor;
}

/** The first `count` examples, or all there are. */
export function firstExamples({ inputs, inputShape, labels }: Dataset, count: number): Examples {
  const size = Math.min(count, labels.length);
  const length = inputShape.reduce((product, extent) => product * extent, 1);
  return {
    images: tidy(() => {
      const bytes = Int32Array.from(inputs.subarray(0, size * length));
      return div(tensor(bytes, [size, ...inputShape], 'int32'), 255);
    }),
    labels: tensor1d(Float32Array.from(labels.subarray(0, size))),
  };
}
