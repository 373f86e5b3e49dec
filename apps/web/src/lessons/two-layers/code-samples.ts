/** @file The lesson's network as a program, with the reader's values. */
import { code, plain, type CodeSample } from '../../lesson/code-sample.js';
import { rows, inputsOf } from './gates.js';
import type { Network } from './network.js';

/** Dense kernels are [in, out]: all weights of x1, then all weights of x2. */
function kernels({ n1, n2, n3 }: Network) {
  const [a = 0, b = 0, first = 0] = n1;
  const [c = 0, d = 0, second = 0] = n2;
  const [e = 0, f = 0, third = 0] = n3;
  return { hidden: [a, c, b, d], hiddenBias: [first, second], output: [e, f], outputBias: [third] };
}

const table = rows.map((row) => `[${inputsOf(row).join(', ')}]`).join(', ');

export function typescriptSample(network: Network): CodeSample {
  const { hidden, hiddenBias, output, outputBias } = kernels(network);
  return code`import '@tensorflow/tfjs-backend-cpu';
import { setBackend, tensor2d } from '@tensorflow/tfjs-core';
import { createWeightTensors, forward, resolveModel } from '@manabi/models';

const model = resolveModel({
  inputShape: [2],
  layers: [
    { type: 'dense', name: 'hidden', units: 2, activation: 'relu' },
    { type: 'dense', name: 'output', units: 1, activation: 'relu' },
  ],
});
await setBackend('cpu');
const weights = createWeightTensors(model, {
  'hidden/kernel': Float32Array.from(${hidden}), // x1 to n1, n2; x2 to n1, n2
  'hidden/bias': Float32Array.from(${hiddenBias}),
  'output/kernel': Float32Array.from(${output}),
  'output/bias': Float32Array.from(${outputBias}),
});
const inputs = tensor2d([${plain(table)}]);
forward(model, weights, inputs).print();
`;
}

export function kerasSample(network: Network): CodeSample {
  const { hidden, hiddenBias, output, outputBias } = kernels(network);
  return code`import keras
import numpy as np

network = keras.Sequential([
    keras.Input(shape=(2,)),
    keras.layers.Dense(2, activation="relu", name="hidden"),
    keras.layers.Dense(1, activation="relu", name="output"),
])
network.get_layer("hidden").set_weights([
    np.array(${hidden}).reshape(2, 2),  # x1 to n1, n2; x2 to n1, n2
    np.array(${hiddenBias}),
])
network.get_layer("output").set_weights([
    np.array(${output}).reshape(2, 1),
    np.array(${outputBias}),
])
print(network.predict(np.array([${plain(table)}])))
`;
}
