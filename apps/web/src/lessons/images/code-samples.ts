/** @file The lesson's digit as a program, with the reader's choice. */
import { code, type CodeSample } from '../../lesson/code-sample.js';

/** @param nth - which of its drawings, from 0. */
export function typescriptSample(digit: number, nth: number): CodeSample {
  return code`import { syntheticDigits } from '@manabi/datasets';
import { pixelGrid, renderAnsi } from '@manabi/viz';

const { train } = syntheticDigits({ trainSize: 120, testSize: 0, seed: 3 });
const found = [...train.labels.keys()].filter((i) => train.labels[i] === ${digit});
const index = found[${nth} % found.length];
const values = train.inputs.slice(index * 784, (index + 1) * 784);
console.log(renderAnsi(pixelGrid({ columns: 28, rows: 28, values })));
for (let row = 0; row < 7; row++) {
  console.log(values.slice(row * 28, (row + 1) * 28).join(' '));
}
`;
}

export function kerasSample(digit: number): CodeSample {
  return code`import keras
import numpy as np

(images, labels), _ = keras.datasets.mnist.load_data()
index = int(np.argmax(labels == ${digit}))
image = images[index]
print(image.shape, image.size)
print(image[:7])
`;
}
