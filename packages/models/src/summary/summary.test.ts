import { expect, it } from 'vitest';
import type { ModelSpec } from '../model-spec.js';
import { mlp } from '../architectures/mlp.js';
import { layerTable } from './layer-table.js';
import { readableSize } from './readable-size.js';
import { summary } from './summary.js';

/** The network of Keras' example mnist_convnet, with the names that Keras gives its layers. */
const mnistConvnet: ModelSpec = {
  name: 'sequential',
  inputShape: [28, 28, 1],
  layers: [
    { type: 'conv2d', name: 'conv2d', filters: 32, kernelSize: 3, activation: 'relu' },
    { type: 'maxPooling2d', name: 'max_pooling2d' },
    { type: 'conv2d', name: 'conv2d_1', filters: 64, kernelSize: 3, activation: 'relu' },
    { type: 'maxPooling2d', name: 'max_pooling2d_1' },
    { type: 'flatten', name: 'flatten' },
    { type: 'dropout', name: 'dropout', rate: 0.5 },
    { type: 'dense', name: 'dense', units: 10, activation: 'softmax' },
  ],
};

it('prints what Keras 3 prints for its MNIST example', () => {
  // As published in the output of https://keras.io/examples/vision/mnist_convnet/.
  const published = `Model: "sequential"
┏━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┳━━━━━━━━━━━━━━━━━━━━━━━━┳━━━━━━━━━━━━━━━┓
┃ Layer (type)                    ┃ Output Shape           ┃       Param # ┃
┡━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━╇━━━━━━━━━━━━━━━━━━━━━━━━╇━━━━━━━━━━━━━━━┩
│ conv2d (Conv2D)                 │ (None, 26, 26, 32)     │           320 │
├─────────────────────────────────┼────────────────────────┼───────────────┤
│ max_pooling2d (MaxPooling2D)    │ (None, 13, 13, 32)     │             0 │
├─────────────────────────────────┼────────────────────────┼───────────────┤
│ conv2d_1 (Conv2D)               │ (None, 11, 11, 64)     │        18,496 │
├─────────────────────────────────┼────────────────────────┼───────────────┤
│ max_pooling2d_1 (MaxPooling2D)  │ (None, 5, 5, 64)       │             0 │
├─────────────────────────────────┼────────────────────────┼───────────────┤
│ flatten (Flatten)               │ (None, 1600)           │             0 │
├─────────────────────────────────┼────────────────────────┼───────────────┤
│ dropout (Dropout)               │ (None, 1600)           │             0 │
├─────────────────────────────────┼────────────────────────┼───────────────┤
│ dense (Dense)                   │ (None, 10)             │        16,010 │
└─────────────────────────────────┴────────────────────────┴───────────────┘
 Total params: 34,826 (136.04 KB)
 Trainable params: 34,826 (136.04 KB)
 Non-trainable params: 0 (0.00 B)`;
  expect(summary(mnistConvnet).join('\n')).toBe(published);
});

it('has the columns of Keras on a wide terminal: 38, 29 and 17 characters', () => {
  const [, border] = summary(mnistConvnet, { lineLength: 88 });
  expect(border).toBe(`┏${'━'.repeat(38)}┳${'━'.repeat(29)}┳${'━'.repeat(17)}┓`);
});

it('widens a column that is too narrow for its cells', () => {
  const lines = summary(mnistConvnet, { lineLength: 10 });
  const table = lines.slice(1, -3);
  expect(new Set(table.map((line) => line.length)).size).toBe(1);
  expect(lines).toContain('│ max_pooling2d_1 (MaxPooling2D) │ (None, 5, 5, 64)   │       0 │');
});

it('calls a model without a name sequential, as Keras does', () => {
  expect(summary({ inputShape: [1], layers: [{ type: 'dense', units: 1 }] })[0]).toBe(
    'Model: "sequential"',
  );
});

it('gives the same table as records', () => {
  expect(layerTable(mlp({ inputShape: [28, 28, 1], classes: 10 }))).toEqual([
    {
      name: 'flatten1',
      type: 'flatten',
      inputShape: [28, 28, 1],
      outputShape: [784],
      parameters: 0,
    },
    { name: 'dense1', type: 'dense', inputShape: [784], outputShape: [128], parameters: 100480 },
    { name: 'dense2', type: 'dense', inputShape: [128], outputShape: [10], parameters: 1290 },
  ]);
});

it.each([
  [0, '0.00 B'],
  [1023, '1023.00 B'],
  [1024, '1.00 KB'],
  [101770 * 4, '397.54 KB'],
  [5 * 2 ** 40, '5120.00 GB'],
])('writes %i bytes as %s', (bytes, text) => {
  expect(readableSize(bytes)).toBe(text);
});
