/** @file The lesson's calculation as a program, with the reader's values. */
import { code, type CodeSample } from '../../lesson/code-sample.js';

/** @param truth - index of the true class. */
export function typescriptSample(logits: readonly number[], truth: number): CodeSample {
  return code`import '@tensorflow/tfjs-backend-cpu';
import { setBackend, softmax, tensor1d } from '@tensorflow/tfjs-core';
import { predictionBars, renderAnsi } from '@manabi/viz';

await setBackend('cpu');
const probabilities = softmax(tensor1d(${logits})).dataSync();
const truth = ${truth};
const classNames = ['cat', 'dog', 'rabbit'];
console.log(renderAnsi(predictionBars({ probabilities, classNames, truth })));
console.log('loss', -Math.log(probabilities[truth]));
`;
}

/** @param truth - index of the true class. */
export function kerasSample(logits: readonly number[], truth: number): CodeSample {
  return code`import keras
import numpy as np

logits = np.array([${logits}], dtype="float32")
truth = np.array(${[truth]})
probabilities = keras.ops.softmax(logits)
print(probabilities)
loss = keras.losses.sparse_categorical_crossentropy(truth, logits, from_logits=True)
print("loss", loss)
`;
}
