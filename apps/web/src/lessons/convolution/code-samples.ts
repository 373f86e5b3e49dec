/** @file The lesson's convolution and pooling as a program, with the reader's values. */
import { code, type CodeSample } from '../../lesson/code-sample.js';

export interface ConvolutionValues {
  readonly x: readonly number[];
  readonly k: readonly number[];
  readonly stride: '1' | '2';
  readonly padding: 'valid' | 'same';
  readonly m: readonly number[];
}

export function typescriptSample({ x, k, stride, padding, m }: ConvolutionValues): CodeSample {
  return code`import '@tensorflow/tfjs-backend-cpu';
import { maxPool, setBackend, squeeze, tensor4d } from '@tensorflow/tfjs-core';
import { createWeightTensors, forward, resolveModel } from '@manabi/models';

const model = resolveModel({
  inputShape: [5, 5, 1],
  layers: [
    {
      type: 'conv2d',
      name: 'conv',
      filters: 1,
      kernelSize: 3,
      strides: ${stride},
      padding: '${padding}',
      useBias: false,
    },
    { type: 'flatten' },
  ],
});
await setBackend('cpu');
const weights = createWeightTensors(model, {
  'conv/filter': Float32Array.from(${k}),
});
const image = tensor4d(${x}, [1, 5, 5, 1]);
squeeze(forward(model, weights, image)).print();

const numbers = tensor4d(${m}, [1, 4, 4, 1]);
squeeze(maxPool(numbers, 2, 2, 'valid')).print();
`;
}

export function kerasSample({ x, k, stride, padding, m }: ConvolutionValues): CodeSample {
  return code`import keras
import numpy as np

model = keras.Sequential([
    keras.Input(shape=(5, 5, 1)),
    keras.layers.Conv2D(
        1, 3, strides=${stride}, padding="${padding}", use_bias=False
    ),
])
model.layers[0].set_weights([
    np.array(${k}).reshape(3, 3, 1, 1),
])
image = np.array(${x}).reshape(1, 5, 5, 1)
print(model.predict(image).squeeze())

numbers = np.array(${m}, dtype="float32").reshape(1, 4, 4, 1)
print(keras.layers.MaxPooling2D(2)(numbers))
`;
}
