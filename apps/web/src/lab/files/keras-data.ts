/** @file How a Python program reads the data of the lab. */
import type { DataChoice } from '../../training/data-choice.js';

export interface KerasData {
  readonly imports: readonly string[];
  /** Sets `x`, `y`, `x_test` and `y_test`, normalised. */
  readonly body: string;
}

export function kerasData(
  data: DataChoice,
  inputShape: readonly number[],
  ownFolder: string,
): KerasData {
  const scaled = 'x, x_test = x / 255, x_test / 255';
  const shape = inputShape.join(', ');
  const reshaped = `x, x_test = x.reshape(-1, ${shape}), x_test.reshape(-1, ${shape})`;
  const imports = ['import numpy as np'];
  switch (data.kind) {
    case 'synthetic-digits':
      return {
        imports,
        body: `# Keras has no drawn digits: it takes MNIST.
(x, y), (x_test, y_test) = keras.datasets.mnist.load_data()
${scaled}
${reshaped}
x, y = x[:${data.trainSize}], y[:${data.trainSize}]
x_test, y_test = x_test[:${data.testSize}], y_test[:${data.testSize}]`,
      };
    case 'iris':
      return {
        imports: [
          ...imports,
          'from sklearn.datasets import load_iris',
          'from sklearn.model_selection import train_test_split',
        ],
        body: `x, y = load_iris(return_X_y=True)
x, x_test, y, y_test = train_test_split(x, y, test_size=0.2, stratify=y, random_state=1)
mean, deviation = x.mean(axis=0), x.std(axis=0)
x, x_test = (x - mean) / deviation, (x_test - mean) / deviation`,
      };
    case 'published':
      if (data.name === 'kmnist') return { imports, body: idxBody('kmnist', shape) };
      return {
        imports,
        body: `(x, y), (x_test, y_test) = keras.datasets.${data.name.replace('-', '_')}.load_data()
${scaled}
${reshaped}`,
      };
    case 'own':
      return { imports, body: idxBody(ownFolder, shape) };
  }
}

/** The four IDX files, unpacked. */
function idxBody(folder: string, shape: string): string {
  // An image of one channel has three dimensions, one in colour four.
  const dimensions = shape.endsWith(', 1') ? 3 : 4;
  return `# The four IDX files, unpacked, in the folder ${folder}.
def idx(name, dimensions):
    start = 4 + 4 * dimensions
    with open(f"${folder}/{name}-idx{dimensions}-ubyte", "rb") as file:
        return np.frombuffer(file.read(), np.uint8, offset=start)

x = idx("train-images", ${dimensions}).reshape(-1, ${shape}) / 255
y = idx("train-labels", 1)
x_test = idx("t10k-images", ${dimensions}).reshape(-1, ${shape}) / 255
y_test = idx("t10k-labels", 1)`;
}
