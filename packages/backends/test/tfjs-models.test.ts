/** @file Models of tfjs and of tfjs-layers, which know nothing of this package, train on wasm. */
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import * as tfl from '@tensorflow/tfjs-layers';
import '@manabi/backends/tfjs-wasm-training';
import { describe, expect, it } from 'vitest';
import { expectClose } from './expect-close.js';
import { wave, type Numbers } from './kernel-call.js';

function constant(shape: number[], phase: number): tf.Tensor {
  return tf.tensor(Array.from(wave(shape, phase).values), shape);
}

/** Gradients of `loss` by its variables, in their order; leaves no tensors behind. */
async function gradients(
  backend: string,
  shapes: readonly number[][],
  loss: (...variables: tf.Tensor[]) => tf.Tensor,
): Promise<Numbers[]> {
  await tf.setBackend(backend);
  const before = tf.memory().numTensors;
  const variables = shapes.map((shape, i) => tf.tidy(() => tf.variable(constant(shape, i))));
  const { value, grads } = tf.variableGrads(() => loss(...variables) as tf.Scalar, variables);
  const results = await Promise.all(
    variables.map(async ({ name, shape }) => ({ shape, values: await grads[name]!.data() })),
  );
  tf.dispose([value, grads, variables]);
  expect(tf.memory().numTensors).toBe(before);
  return results;
}

type Loss = (...variables: tf.Tensor[]) => tf.Tensor;

const losses: readonly [string, readonly number[][], Loss][] = [
  [
    'separable convolutions',
    [
      [2, 9, 9, 8],
      [3, 3, 8, 2],
      [1, 1, 16, 5],
    ],
    (x, depthwise, pointwise) =>
      tf.sum(
        tf.square(
          tf.separableConv2d(
            x as tf.Tensor4D,
            depthwise as tf.Tensor4D,
            pointwise as tf.Tensor4D,
            [2, 2],
            'same',
          ),
        ),
      ),
  ],
  [
    'convolutions, transposed convolutions and pools',
    [
      [2, 10, 10, 8],
      [3, 3, 8, 9],
      [3, 3, 4, 9],
    ],
    (x, filter, transposed) => {
      const convolved = tf.conv2d(x as tf.Tensor4D, filter as tf.Tensor4D, 1, 'valid');
      const pooled = tf.avgPool(tf.maxPool(convolved, 3, 2, 'same'), 2, 1, 'valid');
      const spread = tf.conv2dTranspose(pooled, transposed as tf.Tensor4D, [2, 6, 6, 4], 2, 'same');
      return tf.sum(tf.square(spread));
    },
  ],
  [
    'products of matrices transposed in every way',
    [
      [2, 3, 5],
      [2, 4, 5],
      [2, 3, 5],
    ],
    (a, b, c) => {
      const square = tf.matMul(tf.matMul(a, b, false, true), b); // [2, 3, 5]
      const outer = tf.matMul(square, c, true, false); // [2, 5, 5]
      return tf.sum(tf.square(tf.matMul(outer, a, true, true)));
    },
  ],
  [
    'embeddings',
    [
      [7, 6],
      [2, 4, 6],
    ],
    (table, weights) => {
      const ids = tf.tensor2d([0, 3, 3, 6, 1, 3, 0, 6], [2, 4], 'int32');
      return tf.sum(tf.mul(tf.square(tf.gather(table, ids)), weights));
    },
  ],
];

describe('gradients of tfjs-core on wasm', () => {
  it.each(losses)('of %s are those on cpu', async (_name, shapes, loss) => {
    const expected = await gradients('cpu', shapes, loss);
    const got = await gradients('wasm', shapes, loss);
    got.forEach((gradient, i) => expectClose(gradient, expected[i]!));
  });
});

function network(): tfl.Sequential {
  const seeded = { kernelInitializer: tfl.initializers.glorotUniform({ seed: 1 }) };
  const { layers } = tfl;
  return tfl.sequential({
    layers: [
      layers.conv2d({ inputShape: [12, 12, 1], filters: 8, kernelSize: 3, ...seeded }),
      layers.batchNormalization(),
      layers.activation({ activation: 'relu' }),
      layers.conv2d({ filters: 8, kernelSize: 3, padding: 'same', activation: 'relu', ...seeded }),
      layers.maxPooling2d({ poolSize: 2 }),
      layers.separableConv2d({
        filters: 12,
        kernelSize: 3,
        depthMultiplier: 2,
        depthwiseInitializer: tfl.initializers.glorotUniform({ seed: 2 }),
        pointwiseInitializer: tfl.initializers.glorotUniform({ seed: 3 }),
      }),
      layers.depthwiseConv2d({
        kernelSize: 2,
        depthwiseInitializer: tfl.initializers.glorotUniform({ seed: 4 }),
      }),
      layers.averagePooling2d({ poolSize: 2, strides: 1 }),
      layers.flatten(),
      layers.dropout({ rate: 0.25, seed: 5 }),
      layers.dense({ units: 3, activation: 'softmax', ...seeded }),
    ],
  });
}

/** Trains on one batch again and again; the loss of every step and the tensors that stay. */
async function fit(backend: string): Promise<{ losses: number[]; left: number }> {
  await tf.setBackend(backend);
  const before = tf.memory().numTensors;
  const xs = constant([6, 12, 12, 1], 0);
  const ys = tf.oneHot([0, 1, 2, 0, 1, 2], 3);
  const model = network();
  model.compile({ optimizer: tf.train.sgd(0.1), loss: 'categoricalCrossentropy' });
  const { history } = await model.fit(xs, ys, { epochs: 6, batchSize: 6, shuffle: false });
  model.dispose();
  tf.dispose([xs, ys]);
  return { losses: history.loss as number[], left: tf.memory().numTensors - before };
}

describe('a network of tfjs-layers', () => {
  it('trains on wasm as it does on cpu, dropout and batch normalisation included', async () => {
    const cpu = await fit('cpu');
    const wasm = await fit('wasm');
    // Six steps let the rounding of the first grow to about 1e-5.
    wasm.losses.forEach((loss, step) => expect(loss / cpu.losses[step]!).toBeCloseTo(1, 3));
    expect(wasm.losses.at(-1)).toBeLessThan(wasm.losses[0]!);
    // tfjs-layers itself keeps a few.
    expect(wasm.left).toBe(cpu.left);
  });
});
