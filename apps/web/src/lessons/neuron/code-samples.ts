/** @file The lesson's neuron as a program, with the reader's values. */
import { code, plain, type CodeSample } from '../../lesson/code-sample.js';

export interface NeuronValues {
  readonly x: readonly number[];
  readonly w: readonly number[];
  readonly b: number;
  readonly f: 'step' | 'sigmoid' | 'relu';
}

/** Step is in neither library: its slope is 0, so nothing could be learnt through it. */
const learnable = (f: NeuronValues['f']) => (f === 'step' ? 'linear' : f);

export function typescriptSample({ x, w, b, f }: NeuronValues): CodeSample {
  const step = f === 'step';
  return code`import '@tensorflow/tfjs-backend-cpu';
import { ${plain(step ? 'greaterEqual, ' : '')}setBackend, tensor2d } from '@tensorflow/tfjs-core';
import { createWeightTensors, forward, resolveModel } from '@manabi/models';

const model = resolveModel({
  inputShape: [3],
  layers: [{ type: 'dense', name: 'neuron', units: 1, activation: '${learnable(f)}' }],
});
await setBackend('cpu');
const weights = createWeightTensors(model, {
  'neuron/kernel': Float32Array.from(${w}),
  'neuron/bias': Float32Array.from(${[b]}),
});
const output = forward(model, weights, tensor2d([${x}]));
${plain(step ? 'greaterEqual(output, 0)' : 'output')}.print();
`;
}

export function kerasSample({ x, w, b, f }: NeuronValues): CodeSample {
  return code`import keras
import numpy as np

neuron = keras.Sequential([
    keras.Input(shape=(3,)),
    keras.layers.Dense(1, activation="${learnable(f)}"),
])
neuron.layers[0].set_weights([
    np.array(${w}).reshape(3, 1),
    np.array(${[b]}),
])
output = neuron.predict(np.array([${x}]))
print(${plain(f === 'step' ? 'output >= 0' : 'output')})
`;
}
